package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.configuration.ConfigurationWriter;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.training.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/configuration.md says what the code does. */
class ConfigurationPageTest {
    private static final Page PAGE = Page.of("docs/configuration.md");
    private static final TrainingConfig DEFAULTS = TrainingConfig.defaults();
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z0-9.]+)` \\| `([^`]*)` \\| .+ \\|");

    @TempDir
    private Path folder;

    @Test
    void everySettingStandsInATableWithItsDefault() {
        assertThat(documented())
                .as("settings and defaults in the tables of " + PAGE.path())
                .containsExactlyInAnyOrderEntriesOf(settings());
    }

    @Test
    void theDefaultsStandThereInFull() {
        assertThat(PAGE.fenced("yaml").getLast()).isEqualTo(ConfigurationWriter.toYaml(DEFAULTS));
    }

    @Test
    void everyExampleOfSettingsIsRead() {
        List<String> examples = Stream.of(PAGE, Page.of("README.md"))
                .flatMap(page -> page.fenced("yaml").stream())
                .toList();
        assertThat(examples)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(yaml -> assertThatCode(() -> read(yaml)).doesNotThrowAnyException());
    }

    @Test
    void theExampleChangesWhatItNames() throws IOException {
        TrainingConfig read = read(PAGE.fenced("yaml").getFirst());
        assertThat(read.variant()).isEqualTo(Variant.MHA_EXPERTS);
        assertThat(read.optim().lr()).isEqualTo(5e-5);
        assertThat(read.budget().epochs()).isEqualTo(3);
        assertThat(read.batch()).isEqualTo(DEFAULTS.batch());
    }

    private TrainingConfig read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("train.yaml"), yaml);
        return ConfigurationReader.read(DEFAULTS, file, List.of());
    }

    private static Map<String, String> documented() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : PAGE.lines()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(2));
            }
        }
        return rows;
    }

    /** The path of each setting and its default as YAML; groups go one level deep. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        String group = "";
        for (String line : ConfigurationWriter.toYaml(DEFAULTS).lines().toList()) {
            String[] parts = line.strip().split(": ?", 2);
            boolean inGroup = line.startsWith("  ");
            if (parts[1].isEmpty()) {
                group = parts[0] + ".";
            } else {
                settings.put(inGroup ? group + parts[0] : parts[0], parts[1]);
            }
        }
        return settings;
    }
}
