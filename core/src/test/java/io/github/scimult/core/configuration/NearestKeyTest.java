package io.github.scimult.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which known name somebody meant, how settings are named, and copies of records with other values. */
class NearestKeyTest {
    private static final List<String> KNOWN =
            List.of("learningRate", "queries", "tokens", "seed", "lr", "maxLength", "variant");

    @ParameterizedTest
    @CsvSource({
        "learning_rate, learningRate",
        "Learning-Rate, learningRate",
        "learnigRate, learningRate",
        "learningRtae, learningRate",
        "querys, queries",
        "token, tokens",
        "sede, seed",
        "lrr, lr",
        "maxLenght, maxLength",
        "varient, variant"
    })
    void aSlipOfTheFingerIsUnderstood(String typed, String meant) {
        assertThat(NearestKey.of(typed, KNOWN)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "temperature", "completely different", "zz"})
    void whatIsLikeNothingIsNotGuessed(String typed) {
        assertThat(NearestKey.of(typed, KNOWN)).isEmpty();
    }

    @Test
    void ofNoKnownNamesNoneIsMeant() {
        assertThat(NearestKey.of("seed", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "'', abc, 3",
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, acb, 1",
        "kitten, sitting, 3",
        "ab, ba, 1",
        "abcd, badc, 2"
    })
    void theDistanceCountsLettersPutInTakenOutReplacedAndSwapped(String one, String other, int distance) {
        assertThat(NearestKey.distance(one, other)).isEqualTo(distance);
        assertThat(NearestKey.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void theDistanceIsNeverMoreThanTheLongerNameAndNoneOnlyForTheSame() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            String one = word(random);
            String other = word(random);
            int distance = NearestKey.distance(one, other);
            assertThat(distance)
                    .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
            assertThat(distance == 0).isEqualTo(one.equals(other));
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(7), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aVeryLongNameTakesNoTime() {
        assertThat(NearestKey.of("x".repeat(100_000), KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"seed, '', seed", "optim.lr, optim, lr", "a.b.c, a.b, c"})
    void aSettingStandsInTheGroupOfItsPath(String path, String group, String name) {
        Setting setting = new Setting(path, "meaning", "1");
        assertThat(setting.group()).isEqualTo(group);
        assertThat(setting.name()).isEqualTo(name);
        assertThat(setting.isGroup()).isFalse();
        assertThat(new Setting(path, "meaning", "").isGroup()).isTrue();
    }

    /** A record that refuses something. */
    record Pot(String name, int litres, List<String> content) {
        Pot {
            if (litres < 1) {
                throw new IllegalArgumentException("litres must be at least 1, not " + litres);
            }
        }
    }

    @Test
    void aCopyHasTheNewValuesAndTheOldOnesBeside() {
        Pot pot = new Pot("small", 2, List.of("soup"));
        assertThat(RecordCopy.with(pot, Map.of("litres", 5))).isEqualTo(new Pot("small", 5, List.of("soup")));
        assertThat(RecordCopy.with(pot, Map.of())).isEqualTo(pot);
        assertThat(RecordCopy.with(pot, Map.of("name", "large", "content", List.of())))
                .isEqualTo(new Pot("large", 2, List.of()));
    }

    @Test
    void aCopyIsCheckedAsTheRecordIs() {
        Pot pot = new Pot("small", 2, List.of());
        assertThatThrownBy(() -> RecordCopy.with(pot, Map.of("litres", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("litres must be at least 1, not 0");
    }

    @Test
    void aComponentThatThereIsNotAndAValueOfAnotherTypeAreMistakes() {
        Pot pot = new Pot("small", 2, List.of());
        assertThatThrownBy(() -> RecordCopy.with(pot, Map.of("liters", 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("Pot", "liters");
        assertThatThrownBy(() -> RecordCopy.with(pot, Map.of("litres", "three")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be made");
    }
}
