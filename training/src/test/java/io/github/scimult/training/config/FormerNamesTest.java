package io.github.scimult.training.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.configuration.ConfigurationReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A settings file of an earlier version is refused with the names that its settings have now. */
class FormerNamesTest {

    @ParameterizedTest
    @CsvSource({
        "merge.share, merge.alpha",
        "merge.shares, merge.alphas",
        "merge.parts, merge.groups",
        "batch.labelCap, batch.maxPairsPerLabel",
        "batch.positives, batch.maxPositives",
        "batch.labelPositives, batch.maxLabelPositives",
        "batch.accumulate, batch.accumulationSteps",
        "batch.mixedSets, batch.mixCollections",
        "batch.hardNegatives, hardNegatives.perPositive",
        "batch.minedNegatives, hardNegatives.rules",
        "batch.minedTasks, hardNegatives.ruleTasks",
        "neighbours.bm25, hardNegatives.bm25",
        "neighbours.model, hardNegatives.model",
        "neighbours.perQuery, hardNegatives.perQuery",
        "neighbours.everySteps, hardNegatives.refreshSteps",
        "neighbours.depth, hardNegatives.depth",
        "neighbours.below, hardNegatives.relativeMargin (1 minus the old value)",
        "neighbours.most, hardNegatives.maxCandidates",
        "neighbours.tasks, hardNegatives.tasks",
        "tasks.link, tasks.weights.link",
        "sizeExponent, tasks.samplingExponent",
        "balance, tasks.balancing",
        "titleSearch, pseudoQueries.weight",
        "dev.times, dev.evaluations"
    })
    void anOldNameLeadsToTheNewOne(String former, String now) {
        assertThatThrownBy(() -> ConfigurationReader.read(TrainingConfig.defaults(), null, List.of(former + "=1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("It is called " + now + " now.");
    }
}
