package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether probabilities hold is told by what was right. */
class CalibrationTest {
    private static final Calibration CALIBRATION = Calibration.of(
            List.of(
                    new Calibration.Given(0, 0.9, true),
                    new Calibration.Given(0, 0.9, true),
                    new Calibration.Given(1, 0.9, true),
                    new Calibration.Given(1, 0.9, false),
                    new Calibration.Given(2, 0.2, false),
                    new Calibration.Given(2, 0.2, false)),
            4);

    @Test
    void theErrorIsTheGapBetweenWhatIsSaidAndWhatHolds() {
        // bin of 0.9: |3.6 − 3|, bin of 0.2: |0.4 − 0|, over 6
        assertThat(CALIBRATION.error()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(CALIBRATION.bins()).extracting(Calibration.Bin::tags).containsExactly(2, 4);
    }

    @Test
    void aHigherLeastProbabilityCoversFewerPapersMorePrecisely() {
        assertThat(CALIBRATION.cuts().getFirst()).isEqualTo(new Calibration.Cut(0, 0.75, 0.5));
        assertThat(CALIBRATION.cuts().get(10)).isEqualTo(new Calibration.Cut(0.5, 0.5, 0.75));
        assertThat(CALIBRATION.cuts().getLast().precision()).isNaN();
    }
}
