package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coefficients of weight interpolation: which weights they are of, and how they are said. */
class AlphasTest {
    @ParameterizedTest
    @CsvSource({"1, alpha 1", "0.75, alpha 0.75", "0, alpha 0", "0.125, alpha 0.125", "0.3333333, alpha 0.333"})
    void aCoefficientIsAsShortAsItCanBe(double alpha, String said) {
        assertThat(Alphas.of(alpha)).hasToString(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR", "ar-EG-u-nu-arab", "en-US"})
    void itReadsTheSameInEveryCountry(String country) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(country));
            assertThat(Alphas.of(0.75).with("upper blocks", 1)).hasToString("alpha 0.75, upper blocks 1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aGroupHasItsOwnCoefficientOrThatOfAll() {
        Alphas alphas = Alphas.of(0.5).with("upper", 1).with("lower", 0.25);
        assertThat(alphas.of("upper")).isEqualTo(1);
        assertThat(alphas.of("lower")).isEqualTo(0.25);
        assertThat(alphas.of("middle")).isEqualTo(0.5);
        assertThat(alphas.with("upper", 0).of("upper")).isZero();
        assertThat(alphas).hasToString("alpha 0.5, lower 0.25, upper 1");
    }

    @Test
    void onlyOnesEverywhereKeepTheFineTunedWeights() {
        assertThat(Alphas.of(1).isFineTunedOnly()).isTrue();
        assertThat(Alphas.of(1).with("upper", 1).isFineTunedOnly()).isTrue();
        assertThat(Alphas.of(1).with("upper", 0.9).isFineTunedOnly()).isFalse();
        assertThat(Alphas.of(0.9).isFineTunedOnly()).isFalse();
    }

    @Test
    void evaluationsAtTheEndAreCountedBeforeTheyAreMade() {
        MergeConfig fixed = new MergeConfig(0.5, List.of(0.5, 1.0), ParameterGroups.WHOLE, 0);
        assertThat(fixed.selectsOnDev()).isFalse();
        assertThat(fixed.evaluations(1)).isEqualTo(1);
        MergeConfig averaged = new MergeConfig(0.5, List.of(0.5, 1.0), ParameterGroups.WHOLE, 3);
        assertThat(averaged.evaluations(1)).isEqualTo(2);
        MergeConfig selected = new MergeConfig(0, List.of(1.0, 0.5), ParameterGroups.WHOLE, 0);
        assertThat(selected.selectsOnDev()).isTrue();
        assertThat(selected.alphas()).containsExactly(0.5, 1.0);
        assertThat(selected.evaluations(1)).isGreaterThanOrEqualTo(2);
        assertThat(selected.switchedOff().evaluations(4)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aCoefficientOutsideTheIntervalIsRefused(double alpha) {
        assertThatThrownBy(() -> new MergeConfig(alpha, List.of(1.0), ParameterGroups.WHOLE, 0))
                .hasMessageContainingAll("alpha must be in [0, 1]", "" + alpha);
    }

    @Test
    void candidatesOutsideTheIntervalAreRefused() {
        for (List<Double> alphas : List.of(List.<Double>of(), List.of(0.0, 1.0), List.of(0.5, 1.5))) {
            assertThatThrownBy(() -> new MergeConfig(0, alphas, ParameterGroups.WHOLE, 0))
                    .hasMessageContaining("(0, 1]")
                    .hasMessageContaining(alphas.stream().sorted().toList().toString());
        }
        assertThatThrownBy(() -> new MergeConfig(0, List.of(1.0), ParameterGroups.WHOLE, -1))
                .hasMessageContaining("-1");
    }
}
