package io.github.scimult.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("keys.txt"), text);
    }

    @Test
    void aLineHasAKeyPerhapsScopesAndPerhapsAName() throws IOException {
        List<ApiKey> keys = KeyFile.read(file("""
                # who may do what
                first

                second read
                  third\tread,feedback   reading-room
                fourth all alice # until May
                """));
        assertThat(keys)
                .extracting(ApiKey::name, ApiKey::secret, ApiKey::scopes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("key-2", "first", Set.of(Scope.values())),
                        org.assertj.core.groups.Tuple.tuple("key-4", "second", Set.of(Scope.READ)),
                        org.assertj.core.groups.Tuple.tuple(
                                "reading-room", "third", Set.of(Scope.READ, Scope.FEEDBACK)),
                        org.assertj.core.groups.Tuple.tuple("alice", "fourth", Set.of(Scope.values())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a read alice smith|:2: 4 words: expected KEY, KEY SCOPES or KEY SCOPES NAME",
                "a reed|:2: there is no scope 'reed'; there are read, write, feedback and all.",
                "a read,|:2: there is no scope ''",
                "a Read|:2: there is no scope 'Read'",
                "known read|:2: the key is that of line 1: remove one of both.",
            })
    void aBadLineIsRefusedWithFileAndLine(String line, String told) throws IOException {
        Path file = file("known\n" + line + "\n");
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(told);
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws IOException {
        Path file = file("\n# nothing\n");
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("there is no key in it");
    }

    @Test
    void aKeyIsNeverShown() {
        assertThat(ApiKey.ofAllScopes("alice", "secret").toString())
                .contains("alice")
                .doesNotContain("secret");
    }
}
