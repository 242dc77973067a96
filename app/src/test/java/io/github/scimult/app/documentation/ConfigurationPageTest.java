package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.server.config.ServerSettings;
import io.github.scimult.training.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages say about settings what the code does. */
class ConfigurationPageTest {
    private static final Page TRAINING = Page.of("docs/training.md");
    private static final TrainingConfig DEFAULTS = TrainingConfig.defaults();

    @TempDir
    private Path folder;

    /** {@code ./scimult docs} asks for this. */
    @BeforeAll
    static void writePage() throws IOException {
        if (Boolean.getBoolean("scimult.docs.write")) {
            for (SettingsPage page : List.of(SettingsPage.training(), SettingsPage.server())) {
                Files.writeString(page.file().path(), page.markdown());
            }
        }
    }

    @Test
    void theReferencesOfSettingsAreWhatTheDefaultsAndTheirCommentsSay() {
        for (SettingsPage page : List.of(SettingsPage.training(), SettingsPage.server())) {
            assertThat(page.file().text() + "\n")
                    .as(page.file().path() + "; `./scimult docs` writes it anew")
                    .isEqualTo(page.markdown());
        }
    }

    @Test
    void everyExampleOfAServersSettingsIsRead() throws IOException {
        List<String> examples = new ArrayList<>(Page.of("docs/operating.md").fenced("yaml"));
        examples.add(Files.readString(Page.root().resolve("packaging/image/serve.yaml")));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (String yaml : examples) {
            Path file = Files.writeString(folder.resolve("serve.yaml"), yaml);
            ServerSettings defaults = ServerSettings.defaults().values();
            assertThat(ConfigurationReader.read(defaults, file, List.of())).isNotEqualTo(defaults);
        }
    }

    @Test
    void everyExampleOfSettingsIsRead() {
        List<String> examples = Page.all().stream()
                .filter(page -> !page.path().endsWith("operating.md")) // a server's
                .flatMap(page -> page.fenced("yaml").stream())
                .toList();
        assertThat(examples)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(yaml -> assertThatCode(() -> read(yaml)).doesNotThrowAnyException());
    }

    @Test
    void theExampleChangesWhatItNames() throws IOException {
        TrainingConfig read = read(TRAINING.fenced("yaml").getFirst());
        assertThat(read.variant()).isEqualTo(Variant.MHA_EXPERTS);
        assertThat(read.optim().lr()).isEqualTo(5e-5);
        assertThat(read.budget().epochs()).isEqualTo(3);
        assertThat(read.batch()).isEqualTo(DEFAULTS.batch());
    }

    private TrainingConfig read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("train.yaml"), yaml);
        return ConfigurationReader.read(DEFAULTS, file, List.of());
    }
}
