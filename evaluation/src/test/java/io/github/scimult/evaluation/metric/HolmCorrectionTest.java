package io.github.scimult.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
    /** The values of R's {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")}. */
    @Test
    void theSmallestIsMultipliedByAllOfThemAndNoneComesBelowOneBeforeIt() {
        assertThat(HolmCorrection.of(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void noneIsAboveOneAndOneAloneStaysAsItIs() {
        assertThat(HolmCorrection.of(new double[] {0.7, 0.6})).containsExactly(1, 1);
        assertThat(HolmCorrection.of(new double[] {0.04})).containsExactly(0.04);
        assertThat(HolmCorrection.of(new double[0])).isEmpty();
    }
}
