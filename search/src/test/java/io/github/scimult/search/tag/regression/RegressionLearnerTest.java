package io.github.scimult.search.tag.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Regressions learn from embeddings which papers carry a label. */
class RegressionLearnerTest {
    private static double expected(RegressionEvidence evidence, String label, float... vector) {
        FeatureRow row = new FeatureRow();
        evidence.on(PaperToLabel.of(SegmentedText.of("any"), vector, Set.of())).describe(label, row);
        return row.get(Feature.REGRESSION);
    }

    @Test
    void theWeightsAreThoseOfTheFormulaByHand() {
        // Centred: x = ±½ (1, −1), XᵀX = [[1, −1], [−1, 1]] for four papers. With λ = 1 its inverse with the identity
        // added is
        // [[2, 1], [1, 2]] / 3; Xᵀy = (1, −1), so w = (1, −1) / 3 and the intercept ½.
        RegressionEvidence evidence = new RegressionLearner(
                        List.of(new float[] {3, 0}, new float[] {0, 1}, new float[] {1, 0}, new float[] {0, 7}),
                        List.of(Set.of("a"), Set.of("b"), Set.of("a"), Set.of("b")))
                .learn();
        assertThat(evidence.labels()).containsExactly("a", "b");
        assertThat(evidence.weights()[0][0]).isCloseTo(1 / 3f, within(1e-6f));
        assertThat(evidence.weights()[0][1]).isCloseTo(-1 / 3f, within(1e-6f));
        assertThat(evidence.weights()[0][2]).isCloseTo(0.5f, within(1e-6f));
        assertThat(expected(evidence, "a", 5, 0)).isCloseTo(5 / 6.0, within(1e-6));
        assertThat(expected(evidence, "b", 5, 0)).isCloseTo(1 / 6.0, within(1e-6));
    }

    private static RegressionEvidence learn(SplittableRandom random) {
        List<float[]> vectors = IntStream.range(0, 400)
                .mapToObj(paper -> {
                    float[] vector = new float[8];
                    for (int i = 0; i < vector.length; i++) {
                        vector[i] = (float) random.nextDouble(-1, 1);
                    }
                    return vector;
                })
                .toList();
        return new RegressionLearner(
                        vectors,
                        vectors.stream()
                                .map(vector -> vector[3] > 0.5 ? Set.of("high") : Set.of("low"))
                                .toList())
                .learn();
    }

    @Test
    void aLabelIsExpectedWhereItsPapersLie() {
        RegressionEvidence evidence = learn(new SplittableRandom(4));
        assertThat(expected(evidence, "high", 0, 0, 0, 1, 0, 0, 0, 0))
                .isGreaterThan(expected(evidence, "high", 0, 0, 0, -1, 0, 0, 0, 0) + 0.5);
        assertThat(expected(evidence, "low", 0, 0, 0, -1, 0, 0, 0, 0)).isGreaterThan(0.8);
    }

    @Test
    void theSamePapersGiveTheSameWeightsToTheLastBit() {
        assertThat(learn(new SplittableRandom(4)).weights())
                .isDeepEqualTo(learn(new SplittableRandom(4)).weights());
    }

    @Test
    void ofALabelThatNoPaperCarriesAndOfAnEmptyVectorNothingIsMadeUp() {
        RegressionEvidence evidence = learn(new SplittableRandom(4));
        assertThat(expected(evidence, "never seen", 1, 1, 1, 1, 1, 1, 1, 1)).isZero();
        assertThat(expected(evidence, "low", new float[8])).isBetween(0.0, 1.0);
    }
}
