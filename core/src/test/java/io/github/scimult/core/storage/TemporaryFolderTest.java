package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir
    private Path root;

    @Test
    void isGoneWithAllThatItHoldsWhenClosed() throws IOException {
        try (TemporaryFolder temporary = TemporaryFolder.create(root)) {
            Files.createDirectories(temporary.path().resolve("a/b"));
            Files.writeString(temporary.path().resolve("a/b/c"), "c");
            assertThat(temporary.path()).hasParent(root);
        }
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void canBeReadByItsOwnerAlone() throws IOException {
        try (TemporaryFolder temporary = TemporaryFolder.create(root)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatALivingOneUsesStays() throws IOException, InterruptedException {
        Path others = Files.createDirectory(root.resolve("scimult-0123456789abcdef"));
        Files.writeString(others.resolve("vectors"), "v");
        Files.createDirectory(root.resolve("scimult-notes"));
        try (LockingProcess other = LockingProcess.holding(root.resolve("scimult-0123456789abcdef.lock"));
                TemporaryFolder own = TemporaryFolder.create(root)) {
            TemporaryFolder.create(root).close();
            assertThat(others.resolve("vectors")).exists();
            other.kill();
            TemporaryFolder.create(root).close();
            assertThat(others).doesNotExist();
            assertThat(own.path()).exists();
        }
        assertThat(root.toFile().list()).containsExactly("scimult-notes");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamedAndSoIsTheWayOut() {
        assertThatThrownBy(() -> TemporaryFolder.create(root.resolve("missing")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(root.resolve("missing").toString())
                .hasMessageContaining("SCIMULT_TMP");
    }
}
