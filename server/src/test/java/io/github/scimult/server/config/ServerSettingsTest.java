package io.github.scimult.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.server.access.Scope;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    private static final ServerSettings DEFAULTS = ServerSettings.defaults().values();

    @TempDir
    private Path folder;

    private ServerSettings read(String yaml) throws IOException {
        return ConfigurationReader.read(DEFAULTS, Files.writeString(folder.resolve("serve.yaml"), yaml), List.of());
    }

    @Test
    void aFileChangesWhatItNamesAndNothingElse() throws IOException {
        ServerSettings read = read("""
                host: 0.0.0.0
                publicNames: [library.example.org]
                access:
                  keys: /etc/scimult/keys.txt
                  anonymous: [read]
                limits:
                  requests: 64
                rate:
                  perSecond: 2.5
                """);
        assertThat(read.host()).isEqualTo("0.0.0.0");
        assertThat(read.access().keys()).contains(Path.of("/etc/scimult/keys.txt"));
        assertThat(read.access().anonymous()).containsExactly(Scope.READ);
        assertThat(read.limits().requests()).isEqualTo(64);
        assertThat(read.limits().texts()).isEqualTo(Limits.DEFAULTS.texts());
        assertThat(read.rate().perSecond()).contains(2.5);
        assertThat(read.queue()).isEqualTo(DEFAULTS.queue());
    }

    @Test
    void whatIsPrintedIsReadBack() throws IOException {
        assertThat(read(ServerSettings.defaults().commented(DEFAULTS))).isEqualTo(DEFAULTS);
        ServerSettings other = read("host: 10.0.0.1\ntls:\n  keyStore: a.p12\naccess:\n  readOnly: true\n");
        assertThat(read(ServerSettings.defaults().commented(other))).isEqualTo(other);
    }

    @Test
    void theLimitsOfAProgramAreThoseOfTheFile() {
        assertThat(DEFAULTS.limits()).isEqualTo(Limits.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hots: localhost|:1: |host",
                "port: 70000|:1: |70000",
                "metricsPort: -1|:1: |-1",
                "publicNames: ['https://library.example.org/']|:1: |without scheme",
                "access: {origins: [catalogue.example.org]}|:1: |https://catalogue.example.org",
                "access: {anonymous: [reed]}|:1: |reed",
                "limits: {requests: 0}|:1: |at least 1",
                "rate: {burst: 0}|:1: |burst",
                "bodies: {graceSeconds: -1}|:1: |graceSeconds",
                "connections: {idleSeconds: 0}|:1: |idleSeconds",
                "queue: {texts: 0}|:1: |at least 1",
                "stop: {drainSeconds: -1}|:1: |drainSeconds",
            })
    void aSettingThatCannotBeIsRefusedWithFileAndLine(String yaml, String line, String told) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("serve.yaml" + line.strip())
                .hasMessageContaining(told);
    }
}
