package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
    @TempDir
    Path parent;

    Path target;

    @BeforeEach
    void choosePlace() {
        target = parent.resolve("model");
    }

    @Test
    void theFolderAppearsWithAllThatIsInIt() throws IOException {
        AtomicFolder.write(target, folder -> {
            Files.createDirectory(folder.resolve("training"));
            Files.writeString(folder.resolve("training/state"), "s");
            assertThat(target).doesNotExist();
        });
        assertThat(target.resolve("training/state")).hasContent("s");
        assertThat(names()).containsExactly("model");
    }

    @Test
    void anOldFolderIsReplacedAsAWhole() throws IOException {
        AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("old"), "1"));
        AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("new"), "2"));
        assertThat(target.resolve("old")).doesNotExist();
        assertThat(target.resolve("new")).hasContent("2");
        assertThat(names()).containsExactly("model");
    }

    @Test
    void aNewFolderIsNotMadeOverAFullOne() throws IOException {
        Files.createDirectory(target);
        try (AtomicFolder folder = AtomicFolder.create(target)) {
            Files.writeString(folder.path().resolve("f"), "1");
            folder.commit();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomicFolder.create(target))
                .withMessageContaining(target.toString());
    }

    @Test
    void aFailureLeavesTheOldFolderAndNothingElse() throws IOException {
        AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("old"), "1"));
        assertThatExceptionOfType(NotWrittenException.class)
                .isThrownBy(() -> AtomicFolder.write(target, folder -> {
                    Files.writeString(folder.resolve("new"), "2");
                    throw new IOException("No space left on device");
                }))
                .withMessageContaining("Could not write " + target + ": No space left on device");
        assertThat(target.resolve("old")).hasContent("1");
        assertThat(names()).containsExactly("model");
    }

    @Test
    void aFailureOfAFileInItIsToldByTheFoldersOwnName() {
        assertThatExceptionOfType(NotWrittenException.class)
                .isThrownBy(() -> AtomicFolder.write(
                        target,
                        folder -> AtomicFile.write(folder.resolve("f"), out -> {
                            throw new IOException("No space left on device");
                        })))
                .withMessageContaining("Could not write " + target + ": No space left on device")
                .withMessageNotContaining(".part");
    }

    @Test
    void theOldFolderComesBackAfterADeathBetweenTheTwoRenames() throws IOException {
        Files.createDirectory(parent.resolve(".model.old"));
        Files.writeString(parent.resolve(".model.old/f"), "old");
        AtomicFolder.recover(target);
        assertThat(target.resolve("f")).hasContent("old");
        assertThat(names()).containsExactly("model");
    }

    @Test
    void theOldFolderGoesAfterADeathBehindTheSecondRename() throws IOException {
        AtomicFolder.write(target, folder -> Files.writeString(folder.resolve("f"), "new"));
        Files.createDirectory(parent.resolve(".model.old"));
        Files.writeString(parent.resolve(".model.old/f"), "old");
        AtomicFolder.recover(target);
        assertThat(target.resolve("f")).hasContent("new");
        assertThat(names()).containsExactly("model");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
