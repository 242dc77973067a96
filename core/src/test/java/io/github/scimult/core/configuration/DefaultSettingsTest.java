package io.github.scimult.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The defaults of an oven, in the resources beside this test. */
class DefaultSettingsTest {
    private static final DefaultSettings<Oven> SETTINGS = DefaultSettings.of(Oven.class);

    record Rack(
            @Formerly("shelf.heights") List<Integer> levels,
            @Formerly("trays") Map<String, String> trays) {}

    record Oven(
            @Formerly({"celsius", "shelf.warmth"}) int heat,
            Rack rack,

            @Formerly(value = "silence", change = "in words")
            String note) {}

    @TempDir
    private Path folder;

    @Test
    void theFileGivesTheValues() {
        assertThat(SETTINGS.values()).isEqualTo(new Oven(180, new Rack(List.of(1, 2), Map.of("upper", "wide")), "off"));
    }

    @Test
    void eachSettingHasTheCommentAboveItAndItsValueAsWritten() {
        assertThat(SETTINGS.settings())
                .containsExactly(
                        new Setting("heat", "Degrees Celsius.", "180"),
                        new Setting("rack", "What is put in.", ""),
                        new Setting("rack.levels", "Counted from below.", "[1, 2]"),
                        new Setting("rack.trays", "Names of trays.", "{upper: wide}"),
                        new Setting("note", "A text.", "\"off\""));
    }

    @Test
    void aConfigurationIsWrittenWithTheCommentsAndReadBack() throws IOException {
        Oven hot = new Oven(250, new Rack(List.of(), Map.of("lower", "deep")), "on");
        String yaml = SETTINGS.commented(hot);
        assertThat(yaml).isEqualTo("""
                        # Degrees Celsius.
                        heat: 250

                        # What is put in.
                        rack:
                          # Counted from below.
                          levels: []
                          # Names of trays.
                          trays: {lower: deep}

                        # A text.
                        note: "on"
                        """);
        Path file = Files.writeString(folder.resolve("oven.yaml"), yaml);
        Oven noTrays = new Oven(1, new Rack(List.of(), Map.of()), "");
        assertThat(ConfigurationReader.read(noTrays, file, List.of())).isEqualTo(hot);
    }

    @Test
    void aNameOfAnEarlierVersionIsRefusedWithThePathItHasNow() throws IOException {
        assertRefused("celsius: 200", ":1: there is no setting celsius. It is called heat now.");
        assertRefused("note: x\nshelf: {warmth: 3}", ":2: there is no setting shelf.warmth. It is called heat now.");
        assertRefused("shelf:\n  heights: [3]", ":2: there is no setting shelf.heights. It is called rack.levels now.");
        assertRefused("silence: 1", "there is no setting silence. It is called note (in words) now.");
        assertRefused("trays: {upper: x}", "there is no setting trays.upper. It is called rack.trays.upper now.");
    }

    @Test
    void aNameOfAnEarlierVersionIsRefusedOnTheCommandLineToo() {
        assertThatThrownBy(() -> ConfigurationReader.read(SETTINGS.values(), null, List.of("shelf.warmth=3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--set shelf.warmth=3: there is no setting shelf.warmth. It is called heat now.");
    }

    private void assertRefused(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("oven.yaml"), yaml);
        assertThatThrownBy(() -> ConfigurationReader.read(SETTINGS.values(), file, List.of()))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(message);
    }
}
