package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.RecordedEvents;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches that are drawn from all collections of a task at once. */
class MixedCollectionsTest extends OnTinyCollection {
    private final RecordedEvents told = new RecordedEvents();

    private TinyRun ofTwo(String name, String... settings) throws IOException {
        Path others = TinyRun.collection(temporary.resolve(name + "-others"), 60);
        return new TinyRun(temporary.resolve(name), collection, settings)
                .and(others, 2)
                .listenedToBy(told);
    }

    @Test
    void aStepDrawsFromEveryCollectionOfItsTask() throws IOException {
        TinyRun mixed =
                ofTwo("a", "batch.mixCollections=true", "tasks.weights.link=1", "batch.queries=12", "budget.steps=2");
        mixed.start(ALL);
        assertThat(told.sources()).containsExactly("papers+a-others/link", "papers+a-others/link");
        assertThat(mixed.state()).containsEntry("batches", "[2,2]").containsEntry("epochs", "[0,0]");
    }

    @Test
    void otherwiseItDrawsFromOne() throws IOException {
        ofTwo("b", "tasks.weights.link=1", "budget.steps=6").start(ALL);
        assertThat(told.sources())
                .containsOnly("papers/link", "b-others/link")
                .contains("papers/link", "b-others/link");
    }

    @Test
    void mixedBatchesResumeToTheSameBits() throws IOException {
        String[] settings = {"batch.mixCollections=true", "hardNegatives.rules=true"};
        endTheSame(ofTwo("c", settings), ofTwo("d", settings), 7);
    }

    @Test
    void aPassOverAllPairsIsAboutAsManyStepsAsWithoutMixing() throws IOException {
        int alone = stepsOfAPass("e", "batch.mixCollections=false");
        int mixed = stepsOfAPass("f", "batch.mixCollections=true");
        assertThat((double) mixed / alone).isBetween(0.7, 1.5);
    }

    private int stepsOfAPass(String name, String mixed) throws IOException {
        told.all().clear();
        ofTwo(
                        name,
                        mixed,
                        "tasks.weights.link=1",
                        "tasks.samplingExponent=1",
                        "budget.steps=0",
                        "budget.epochs=1",
                        "batch.tokens=6000")
                .start(ALL);
        return told.steps().size();
    }

    @Test
    void instructionsOfSingleCollectionsAreRefused() {
        assertThatThrownBy(() -> ConfigurationReader.read(
                        TrainingConfig.defaults(),
                        null,
                        List.of("batch.mixCollections=true", "instructions={vis/link: [Find.]}")))
                .hasMessageContaining("[vis/link]")
                .hasMessageContaining("leave batch.mixCollections false");
    }
}
