package io.github.scimult.core.configuration;

import static io.github.scimult.core.configuration.Kitchen.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.configuration.Kitchen.Chair;
import io.github.scimult.core.configuration.Kitchen.Guest;
import io.github.scimult.core.configuration.Kitchen.Mood;
import io.github.scimult.core.configuration.Kitchen.Oven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {

    @TempDir
    Path folder;

    private Kitchen read(String yaml, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("train.yaml"), yaml);
        return ConfigurationReader.read(DEFAULTS, file, List.of(overrides));
    }

    @Test
    void whatNobodyNamesKeepsItsDefault() throws IOException {
        assertThat(ConfigurationReader.read(DEFAULTS, null, List.of())).isEqualTo(DEFAULTS);
        assertThat(read("")).isEqualTo(DEFAULTS);
        assertThat(read("# nothing yet\noven:\n")).isEqualTo(DEFAULTS);
    }

    @Test
    void everyKindOfValueIsRead() throws IOException {
        Kitchen kitchen = read("""
                seed: 7
                tokens: 9_000_000_000
                open: false
                name: "big: # one"
                mood: Quiet
                folder: ../elsewhere
                seats: 1e1
                share: .5
                oven: {learningRate: 3e-4, warmupSteps: 50}
                tasks:
                  - search
                  - link-co-cite
                guests:
                  - name: Ada
                    age: 36
                  - {name: "", age: 2, wish: milk, chair: {arms: true}}
                weights:
                  search: 2
                ovens:
                  vis/link:
                    learningRate: 0.1
                    warmupSteps: 0
                """);
        assertThat(kitchen)
                .isEqualTo(new Kitchen(
                        7,
                        9_000_000_000L,
                        false,
                        "big: # one",
                        Mood.QUIET,
                        Path.of("../elsewhere"),
                        10,
                        Optional.of(0.5),
                        new Oven(3e-4, 50),
                        List.of("search", "link-co-cite"),
                        List.of(
                                new Guest("Ada", 36, Optional.empty(), new Chair(4, false)),
                                new Guest("", 2, Optional.of("milk"), new Chair(4, true))),
                        Map.of("link", 1.0, "search", 2.0),
                        Map.of("vis/link", new Oven(0.1, 0))));
    }

    @Test
    void aGroupKeepsTheDefaultsOfWhatItLeavesOut() throws IOException {
        assertThat(read("oven:\n  warmupSteps: 5\n").oven()).isEqualTo(new Oven(3e-5, 5));
    }

    @Test
    void overridesLieOverTheFileAndTheLaterOneWins() throws IOException {
        Kitchen kitchen = read(
                "oven: {warmupSteps: 5}\nweights: {search: 2}",
                "oven.learningRate=1e-4",
                "oven.learningRate=2e-4",
                "weights.search=3",
                "mood=IN_BATCH",
                "tasks=[search, classification]",
                "share=0.25");
        assertThat(kitchen.oven()).isEqualTo(new Oven(2e-4, 5));
        assertThat(kitchen.weights()).isEqualTo(Map.of("link", 1.0, "search", 3.0));
        assertThat(kitchen.tasks()).containsExactly("search", "classification");
        assertThat(kitchen.share()).contains(0.25);
    }

    @Test
    void fileAndOverridesAreJudgedTogether() throws IOException {
        assertThat(read("seats: 10", "name=large").seats()).isEqualTo(10);
    }

    @Test
    void aTextIsTakenAsWrittenEvenIfItLooksLikeANumber() throws IOException {
        assertThat(read("name: 1.10").name()).isEqualTo("1.10");
        assertThat(read("name: true").name()).isEqualTo("true");
        assertThat(read("name: \"\"").name()).isEmpty();
        assertThat(read("", "name=k=v").name()).isEqualTo("k=v");
    }

    @Test
    void nullTakesAnEntryOutAndEmptiesAnOptional() throws IOException {
        assertThat(read("weights: {link: null}").weights()).isEmpty();
        assertThat(read("share: 1", "share=null").share()).isEmpty();
        assertThat(read("seats: 3", "seats=").seats()).isNull();
    }

    @Test
    void mapsKeepTheOrderInWhichTheyAreWritten() throws IOException {
        assertThat(read("weights: {link: null, z: 1, a: 2, m: 3}").weights().keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void whatIsWrittenBackMayMissYoungSettings() throws IOException {
        assertThat(ConfigurationReader.readBack(
                                DEFAULTS,
                                new ObjectMapper().readTree("{\"seed\": 3, \"weights\": {}}"),
                                "manifest.json")
                        .weights())
                .isEmpty();
    }
}
