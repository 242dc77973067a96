package io.github.scimult.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.configuration.Kitchen.Chair;
import io.github.scimult.core.configuration.Kitchen.Guest;
import io.github.scimult.core.configuration.Kitchen.Mood;
import io.github.scimult.core.configuration.Kitchen.Oven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a configuration holds, it is written and read back the same. */
class AnySettingsTest {
    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "1",
            " ",
            "  ",
            ":",
            ": ",
            "#",
            " #",
            "'",
            "\"",
            "\\",
            "\n",
            "\t",
            "-",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "~",
            "null",
            "true",
            "no",
            "1e5",
            ".inf",
            "é",
            "漢",
            "😀",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0001",
            "\u007f",
            "=",
            "<<",
            "?",
            "0x1",
            "2005-01-01",
            "1_000");

    @TempDir
    private Path folder;

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(5); piece > 0; piece--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static Kitchen kitchen(SplittableRandom random) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Oven> ovens = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            weights.put("w" + text(random), random.nextDouble(-1e9, 1e9));
            ovens.put("o" + text(random), new Oven(random.nextDouble(1e-12, 1), random.nextInt()));
        }
        List<Guest> guests = IntStream.range(0, random.nextInt(3))
                .mapToObj(guest -> new Guest(
                        text(random),
                        random.nextInt(),
                        random.nextBoolean() ? Optional.empty() : Optional.of(text(random)),
                        new Chair(random.nextInt(), random.nextBoolean())))
                .toList();
        return new Kitchen(
                random.nextInt(),
                random.nextLong(),
                random.nextBoolean(),
                "n" + text(random),
                random.nextBoolean() ? Mood.QUIET : Mood.IN_BATCH,
                Path.of("kitchen " + random.nextInt()),
                random.nextBoolean() ? null : random.nextInt(),
                random.nextBoolean() ? Optional.empty() : Optional.of(random.nextDouble()),
                new Oven(random.nextDouble(1e-300, 1e-3), 1),
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(task -> text(random))
                        .toList(),
                guests,
                weights,
                ovens);
    }

    @Test
    void whatIsWrittenAsYamlIsReadBackEqual() throws IOException {
        Path file = folder.resolve("settings.yaml");
        SplittableRandom random = new SplittableRandom(21);
        Kitchen empty = RecordCopy.with(Kitchen.DEFAULTS, Map.of("weights", Map.of()));
        for (int i = 0; i < 120; i++) {
            Kitchen kitchen = kitchen(random);
            String yaml = ConfigurationWriter.toYaml(kitchen);
            Files.writeString(file, yaml);
            assertThat(ConfigurationReader.read(empty, file, List.of()))
                    .as(yaml)
                    .isEqualTo(kitchen);
            assertThat(ConfigurationReader.readBack(
                            Kitchen.DEFAULTS, ConfigurationWriter.toJsonNode(kitchen), "manifest.json"))
                    .isEqualTo(kitchen);
        }
    }

    @Test
    void theOrderOfOverridesOfDifferentSettingsDoesNotMatter() {
        List<String> overrides =
                List.of("seed=7", "oven.learningRate=0.5", "name=big", "seats=9", "tasks=[a, b]", "weights.x=2");
        Kitchen read = ConfigurationReader.with(Kitchen.DEFAULTS, overrides);
        assertThat(ConfigurationReader.with(Kitchen.DEFAULTS, overrides.reversed()))
                .isEqualTo(read);
        assertThat(read.oven()).isEqualTo(new Oven(0.5, 100));
        assertThat(read.weights()).isEqualTo(Map.of("link", 1.0, "x", 2.0));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "1e3, 1000",
        "1_000, 1000",
        "2.0, 2",
        "'-3', -3",
        "' 5 ', 5",
        "1E+2, 100",
        "2147483647, 2147483647"
    })
    void aWholeNumberMayBeWrittenInMoreThanOneWay(String written, int value) {
        assertThat(ConfigurationReader.with(Kitchen.DEFAULTS, List.of("seed=" + written))
                        .seed())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-2147483649",
                "1.5",
                "1e99",
                "1__0",
                "_1",
                "seven",
                "1,000",
                "0x10",
                "true",
                "[1]",
                "NaN",
                "½"
            })
    void whatIsNoWholeNumberInBoundsIsRefusedWithWhatWasGiven(String written) {
        assertThatThrownBy(() -> ConfigurationReader.with(Kitchen.DEFAULTS, List.of("seed=" + written)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--set seed=" + written)
                .hasMessageContaining("seed must be")
                .hasMessageContaining("without it, it is 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", ".inf", ".nan", "NaN", "Infinity", "one", "1e", "--1"})
    void whatIsNoFiniteNumberIsRefused(String written) {
        assertThatThrownBy(() -> ConfigurationReader.with(Kitchen.DEFAULTS, List.of("share=" + written)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quiet", "QUIET", "Quiet", " quiet "})
    void constantsAreReadInAnyCase(String written) {
        assertThat(ConfigurationReader.with(Kitchen.DEFAULTS, List.of("mood=" + written))
                        .mood())
                .isEqualTo(Mood.QUIET);
    }

    @Test
    void anUnknownConstantBringsAllThatThereAre() {
        assertThatThrownBy(() -> ConfigurationReader.with(Kitchen.DEFAULTS, List.of("mood=loud")))
                .hasMessageContaining("one of in-batch, quiet")
                .hasMessageContaining("'loud'");
    }

    @Test
    void aRefusedOverrideLeavesTheDefaultsAsTheyWere() {
        String before = ConfigurationWriter.toYaml(Kitchen.DEFAULTS);
        assertThatThrownBy(() -> ConfigurationReader.with(Kitchen.DEFAULTS, List.of("seed=2", "oven.learningRate=2")))
                .hasMessageContaining("between 0 and 1");
        assertThat(ConfigurationWriter.toYaml(Kitchen.DEFAULTS)).isEqualTo(before);
    }
}
