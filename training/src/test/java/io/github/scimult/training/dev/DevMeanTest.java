package io.github.scimult.training.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The mean over tasks of what was gained on dev, and whether it is beyond chance. */
class DevMeanTest {
    private static DevScore score(String collection, String task, double value, double baseline, double error) {
        return new DevScore(collection, task, "Recall@20", value, baseline, error, 100, false);
    }

    @Test
    void everyTaskCountsAlikeHoweverManyCollectionsItHas() {
        DevMean mean = DevMean.of(List.of(
                        score("a", "link", 0.6, 0.4, 0.01),
                        score("b", "link", 0.4, 0.4, 0.01),
                        score("a", "search", 0.8, 0.6, 0.01)))
                .orElseThrow();
        assertThat(mean.value()).isCloseTo((0.5 + 0.8) / 2, within(1e-12));
        assertThat(mean.baseline()).isCloseTo((0.4 + 0.6) / 2, within(1e-12));
        assertThat(mean.difference()).isCloseTo(0.15, within(1e-12));
        assertThat(mean.scores()).isEqualTo(3);
        assertThat(mean.risen()).isEqualTo(2);
        assertThat(mean.fallen()).isZero();
    }

    @Test
    void theErrorOfAMeanIsThatOfIndependentScores() {
        DevMean mean = DevMean.of(List.of(score("a", "link", 0.6, 0.5, 0.03), score("a", "search", 0.6, 0.5, 0.04)))
                .orElseThrow();
        assertThat(mean.standardError()).isCloseTo(0.025, within(1e-12));
        assertThat(mean.lower()).isCloseTo(0.1 - 1.96 * 0.025, within(1e-12));
        assertThat(mean.upper()).isCloseTo(0.1 + 1.96 * 0.025, within(1e-12));
        assertThat(mean.rose()).isTrue();
    }

    @Test
    void aGainOrLossWithinTheIntervalIsNeither() {
        DevMean open = DevMean.of(List.of(score("a", "link", 0.51, 0.5, 0.02))).orElseThrow();
        assertThat(open.rose() || open.fell()).isFalse();
        DevMean lost = DevMean.of(List.of(score("a", "link", 0.4, 0.5, 0.02))).orElseThrow();
        assertThat(lost.fell()).isTrue();
        assertThat(lost.rose()).isFalse();
        assertThat(lost.fallen()).isEqualTo(1);
    }

    @Test
    void whatIsHeldOutOrHasNoBaselineDoesNotCount() {
        DevScore heldOut = new DevScore("b", "link", "Recall@20", 0.9, 0.1, 0.01, 10, true);
        DevScore unknown = score("c", "link", 0.9, Double.NaN, Double.NaN);
        assertThat(DevMean.of(List.of(heldOut, unknown))).isEmpty();
        assertThat(DevMean.of(List.of())).isEmpty();
        assertThat(DevMean.of(List.of(heldOut, unknown, score("a", "link", 0.5, 0.5, 0.01)))
                        .orElseThrow()
                        .scores())
                .isEqualTo(1);
    }

    @Test
    void aDifferenceThatDoesNotShowInThreeDecimalsIsNone() {
        DevMean same =
                DevMean.of(List.of(score("a", "link", 0.5004, 0.5, 0.01))).orElseThrow();
        assertThat(same.risen() + same.fallen()).isZero();
    }

    @Test
    void aGainIsRelativeToTheBaselineUnlessThatIsNearNothing() {
        assertThat(score("a", "link", 0.6, 0.5, 0.01).gain()).isCloseTo(0.2, within(1e-12));
        assertThat(score("a", "link", 0.02, 0.01, 0.01).gain()).isCloseTo(0.1, within(1e-12));
        assertThat(score("a", "link", 0.5, 0.5, 0.01).source()).isEqualTo("a/link");
        assertThat(score("a", "link", 0.5, 0.5, 0.01).measuresTheSameAs(score("a", "link", 0.1, 0.2, 0.3)))
                .isTrue();
        assertThat(score("a", "link", 0.5, 0.5, 0.01).measuresTheSameAs(score("b", "link", 0.5, 0.5, 0.01)))
                .isFalse();
    }
}
