package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.evaluation.classifier.BoostedTrees;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Features become a score, and a probability where papers taught one. */
class LabelFusionTest {
    private static FeatureRow row(SplittableRandom random) {
        FeatureRow row = new FeatureRow();
        for (Feature feature : Feature.values()) {
            row.set(feature, random.nextDouble());
        }
        return row;
    }

    private static FeatureRow copy(FeatureRow row) {
        FeatureRow copy = new FeatureRow();
        for (Feature feature : Feature.values()) {
            copy.set(feature, row.get(feature));
        }
        return copy;
    }

    @ParameterizedTest
    @EnumSource(
            value = Feature.class,
            names = {
                "NAMED",
                "NAME_IN_TITLE",
                "NAME_TIGHTNESS",
                "STANDARDISED_SIMILARITY",
                "DENSE_NEIGHBOURS",
                "LEXICAL_NEIGHBOURS"
            })
    void withoutLearningMoreEvidenceOfAnyKindNeverScoresLess(Feature feature) {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 200; i++) {
            FeatureRow row = row(random);
            FeatureRow more = copy(row);
            more.set(feature, row.get(feature) + random.nextDouble());
            assertThat(LabelFusion.UNTAUGHT.score(more)).isGreaterThanOrEqualTo(LabelFusion.UNTAUGHT.score(row));
        }
    }

    @Test
    void withoutLearningANameOutweighsThreeDeviationsOfSimilarity() {
        FeatureRow named = new FeatureRow();
        named.set(Feature.NAMED, 1);
        FeatureRow similar = new FeatureRow();
        similar.set(Feature.STANDARDISED_SIMILARITY, 3);
        assertThat(LabelFusion.UNTAUGHT.score(named)).isGreaterThan(LabelFusion.UNTAUGHT.score(similar));
        assertThat(LabelFusion.UNTAUGHT.score(new FeatureRow())).isZero();
        assertThat(LabelFusion.UNTAUGHT.probability(named)).isNaN();
    }

    @Test
    void aLearnedScoreIsTheLogOddsOfTheProbability() {
        SplittableRandom random = new SplittableRandom(10);
        float[][] rows = new float[300][];
        boolean[] targets = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(random).toArray();
            targets[i] = rows[i][Feature.MARGIN.ordinal()] > 0.5;
        }
        LabelFusion fusion = new LabelFusion(Optional.of(BoostedTrees.fit(rows, targets)));
        for (int i = 0; i < 100; i++) {
            FeatureRow row = row(random);
            double probability = fusion.probability(row);
            assertThat(probability).isBetween(0.0, 1.0);
            assertThat(Math.log(probability / (1 - probability))).isCloseTo(fusion.score(row), within(1e-6));
        }
        FeatureRow likely = new FeatureRow();
        likely.set(Feature.MARGIN, 0.9);
        assertThat(fusion.probability(likely)).isGreaterThan(0.8);
        assertThat(fusion.probability(new FeatureRow())).isLessThan(0.2);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, true", "0.5, 0.50001, false", "0, 0, true", "NaN, 0.9, true", "1, 1, true", "0.2, 0.1, true"
    })
    void aTagPassesFromItsProbabilityOnAndWhereNoneIsKnown(double probability, double least, boolean passes) {
        IndexedLabel label = new IndexedLabel("l", "name", "", List.of(), List.of());
        assertThat(new Tag(label, probability, 1, new FeatureRow()).isAtLeast(least))
                .isEqualTo(passes);
    }

    @Test
    void aRowThatIsHandedOutIsACopy() {
        FeatureRow row = new FeatureRow();
        row.toArray()[Feature.NAMED.ordinal()] = 1;
        assertThat(row.get(Feature.NAMED)).isZero();
        assertThat(row.toArray()).hasSize(Feature.COUNT);
    }
}
