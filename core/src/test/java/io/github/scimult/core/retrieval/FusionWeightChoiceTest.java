package io.github.scimult.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FusionWeightChoiceTest {
    @Test
    void aWeightThatIsBestByChanceIsNotChosen() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = new double[20][FusionWeightChoice.weights().length];
        for (double[] query : values) {
            Arrays.setAll(query, weight -> random.nextDouble());
        }
        assertThat(FusionWeightChoice.of(values)).isEqualTo(Fusion.DEFAULT_WEIGHT);
    }

    @Test
    void ofWeightsThatAreBetterTheOneNearestToTheDefaultIsChosen() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = new double[50][FusionWeightChoice.weights().length];
        for (double[] query : values) {
            double difficulty = random.nextDouble();
            Arrays.setAll(query, weight -> difficulty + (weight >= 7 ? 0.1 : 0));
        }
        assertThat(FusionWeightChoice.of(values)).isEqualTo(FusionWeightChoice.weights()[7]);
    }
}
