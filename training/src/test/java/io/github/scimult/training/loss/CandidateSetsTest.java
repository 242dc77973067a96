package io.github.scimult.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.encoder.fixture.Numbers;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What losses are given: sets that contradict nothing, and similarities. */
class CandidateSetsTest {
    @Test
    void noQueriesAreRefused() {
        assertThatThrownBy(() -> new CandidateSets(new int[0][], new int[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }

    @Test
    void exclusionsOfFewerQueriesAreRefusedByTheirNumbers() {
        assertThatThrownBy(() -> new CandidateSets(new int[][] {{0}, {1}}, new int[][] {{}}))
                .hasMessageContaining("positives for 2 queries, exclusions for 1");
    }

    @Test
    void aPositiveThatIsExcludedIsRefusedByQueryAndCandidate() {
        assertThatThrownBy(() -> new CandidateSets(new int[][] {{0}, {1, 4}}, new int[][] {{1}, {2, 4}}))
                .hasMessage("candidate 4 is both positive and excluded for query 1");
    }

    @Test
    void aPartHasTheQueriesOfItsRange() {
        CandidateSets sets = new CandidateSets(new int[][] {{0}, {1}, {2}}, new int[][] {{}, {5}, {6}});
        CandidateSets part = sets.part(1, 3);
        assertThat(part.queries()).isEqualTo(2);
        assertThat(part.positives()).isDeepEqualTo(new int[][] {{1}, {2}});
        assertThat(part.excluded()).isDeepEqualTo(new int[][] {{5}, {6}});
    }

    @Test
    void dotProductsGrowWithTheVectorsAndTheScale() {
        assertThat(scores(Similarity.DOT, 2)).containsExactly(new double[] {22, 0, 6, 8}, within(1e-12));
    }

    @Test
    void cosinesKnowDirectionsAlone() {
        // (1, 2)·(3, 4) / (√5 · 5) = 11 / (5√5); (0, 2)·(3, 4) / (2 · 5) = 0.8; the zero vector is near nothing
        assertThat(scores(Similarity.COSINE, 1))
                .containsExactly(new double[] {11 / (5 * Math.sqrt(5)), 0, 0.6, 0.8}, within(1e-12));
    }

    /** Of (1, 2) with (3, 4) and (0, 0); of (1, 0) and (0, 1) with (3, 4). */
    private static double[] scores(Similarity similarity, double scale) {
        try (PointerScope scope = new PointerScope()) {
            Tensor one = Tensor.create(new double[] {1, 2}, 1, 2);
            Tensor axes = Tensor.create(new double[] {1, 0, 0, 1}, 2, 2);
            double[] first =
                    Numbers.of(Scores.of(one, Tensor.create(new double[] {3, 4, 0, 0}, 2, 2), similarity, scale));
            double[] second = Numbers.of(Scores.of(axes, Tensor.create(new double[] {3, 4}, 1, 2), similarity, scale));
            return new double[] {first[0], first[1], second[0], second[1]};
        }
    }
}
