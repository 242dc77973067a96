package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server is told: by a file of settings, and by options that override it. */
class ServeSettingsTest {
    @TempDir
    private Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("serve.yaml"), yaml);
    }

    @Test
    void optionsOverrideTheFileAndListsGrow() throws IOException {
        Path file = file("host: 10.0.0.1\nport: 80\npublicNames: [one.example.org]\nlimits:\n  requests: 7\n");
        String printed = CommandLineRun.output(
                "serve",
                "--print-config",
                "--config",
                file,
                "--port",
                81,
                "--public-name",
                "two.example.org",
                "--set",
                "rate.perSecond=3",
                "--read-only");
        assertThat(printed.lines())
                .contains(
                        "host: \"10.0.0.1\"",
                        "port: 81",
                        "publicNames: [one.example.org, two.example.org]",
                        "  requests: 7",
                        "  perSecond: 3.0",
                        "  readOnly: true",
                        "  # The maximum number of results.");
    }

    @Test
    void whatIsPrintedIsAFileToBeginWith() throws IOException {
        String printed = CommandLineRun.output("serve", "--print-config");
        assertThat(CommandLineRun.output("serve", "--print-config", "--config", file(printed)))
                .isEqualTo(printed);
    }

    @Test
    void aSettingThatThereIsNotIsToldWithItsLine() throws IOException {
        CommandLineRun run = CommandLineRun.of("serve", folder, "--config", file("limits:\n  request: 7\n"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("serve.yaml:2:", "requests").doesNotContain("\tat ");
    }

    @Test
    void keysThatAreNoneAreToldWithFileAndLine() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.txt"), "secret reed\n");
        CommandLineRun run = CommandLineRun.of("serve", folder, "--keys", keys);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .contains("keys.txt:1: there is no scope 'reed'")
                .doesNotContain("secret", "\tat ");
    }

    @Test
    void withoutAnIndexThereIsNothingToServe() {
        CommandLineRun run = CommandLineRun.of("serve");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("INDEX");
    }
}
