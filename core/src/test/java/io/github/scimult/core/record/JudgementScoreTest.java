package io.github.scimult.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementScoreTest {
    @ParameterizedTest
    @CsvSource({"1,1", "'1 ',1", "' 0',0", "1.0,1", "2.,2", "-1,-1", "+3,3", "10.000,10", "2147483647,2147483647"})
    void wholeNumbersAreScoresHoweverTheyAreWritten(String text, int score) {
        assertThat(Judgement.score(text)).hasValue(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "", " ", "x", "1e999999999", "1e3", "2147483648", "NaN", "1,0", "--1", ".", "١"})
    void anythingElseIsNone(String text) {
        assertThat(Judgement.score(text)).isEmpty();
    }
}
