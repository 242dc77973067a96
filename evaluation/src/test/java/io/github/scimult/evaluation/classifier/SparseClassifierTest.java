package io.github.scimult.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparseClassifierTest {
    private static SparseVector row(int... features) {
        float[] ones = new float[features.length];
        Arrays.fill(ones, 1);
        return new SparseVector(features, ones);
    }

    @Test
    void aClassIsToldFromOthersByTheFeaturesThatOnlyItHas() {
        SparseClassifier classifier =
                new SparseClassifier(List.of(row(0, 2), row(0, 3), row(1, 2), row(1, 3), row(1)), 4);

        double[] weights = classifier.weights(new int[] {0, 1}, new int[] {2, 3, 4});

        assertThat(weights).hasSize(5);
        assertThat(weights[0]).isPositive();
        assertThat(weights[1]).isNegative();
        assertThat(weights[0] + weights[4]).isPositive();
        assertThat(weights[1] + weights[4]).isNegative();
        assertThat(classifier.weights(new int[] {0, 1}, new int[] {2, 3, 4})).isEqualTo(weights);
    }
}
