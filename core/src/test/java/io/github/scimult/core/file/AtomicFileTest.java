package io.github.scimult.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNotCommittedLeavesNothingBehindAndTheOldFileStays() throws IOException {
        Path file = folder.resolve("deep/file.txt");
        AtomicFile.write(file, "old".getBytes());
        try (AtomicFile next = AtomicFile.create(file)) {
            next.stream().write("new".getBytes());
            next.stream().flush();
        }
        assertThat(file).hasContent("old");
        assertThat(Files.list(file.getParent())).containsExactly(file);
    }

    @Test
    void whatIsCommittedReplacesTheOldFile() throws IOException {
        Path file = folder.resolve("file.txt");
        AtomicFile.write(file, "old".getBytes());
        AtomicFile.write(file, "new".getBytes());
        assertThat(file).hasContent("new");
        assertThat(Files.list(folder)).containsExactly(file);
    }
}
