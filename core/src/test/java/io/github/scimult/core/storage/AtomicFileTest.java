package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theFileAppearsWithItsWholeContent() throws IOException {
        Path target = folder.resolve("deep/er/report.txt");
        AtomicFile.writeText(target, "größer");
        assertThat(target).hasContent("größer");
        assertThat(names(target.getParent())).containsExactly("report.txt");
    }

    @Test
    void untilTheCommitTheOldFileStands() throws IOException {
        Path target = folder.resolve("f");
        AtomicFile.writeText(target, "old");
        try (AtomicFile file = AtomicFile.create(target)) {
            file.channel().write(ByteBuffer.wrap(new byte[] {'n', 'e', 'w'}));
            assertThat(target).hasContent("old");
            file.commit();
        }
        assertThat(target).hasContent("new");
    }

    @Test
    void withoutACommitNothingIsLeft() throws IOException {
        try (AtomicFile file = AtomicFile.create(folder.resolve("f"))) {
            file.stream().write(1);
        }
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aFailureNamesTheFileAndLeavesNothing() throws IOException {
        Path target = folder.resolve("f");
        AtomicFile.writeText(target, "old");
        assertThatExceptionOfType(NotWrittenException.class)
                .isThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .withMessageContaining("Could not write " + target + ": No space left on device")
                .withMessageContaining("MB free on that disk")
                .withMessageContaining("Nothing was left half-written");
        assertThat(target).hasContent("old");
        assertThat(names(folder)).containsExactly("f");
    }

    @Test
    void aFolderInItsPlaceIsAFailure() throws IOException {
        Path target = Files.createDirectory(folder.resolve("f"));
        Files.createFile(target.resolve("inside"));
        assertThatExceptionOfType(NotWrittenException.class)
                .isThrownBy(() -> AtomicFile.writeText(target, "text"))
                .withMessageContaining(target.toString());
        assertThat(names(folder)).containsExactly("f");
    }

    /** In a container each process may be number 1: the killed one, this one, and those of other containers on the disk. */
    @Test
    void whatAKilledProcessLeftIsRemovedWhateverItsNumberWas() throws IOException {
        String own = ProcessHandle.current().pid() + "-1";
        for (String left : List.of("0123456789abcdef", "fedcba9876543210", own, "1-1", "4194305-1")) {
            Files.createFile(folder.resolve(".f." + left + ".part"));
        }
        Files.createFile(folder.resolve(".f.0123456789abcdef.lock"));
        Files.createFile(folder.resolve(".f.00000000000000aa.lock"));
        Files.createFile(folder.resolve(".other.0123456789abcdef.part"));
        Files.createFile(folder.resolve(".f.draft.part"));
        AtomicFile.writeText(folder.resolve("f"), "text");
        assertThat(names(folder)).containsExactly(".f.draft.part", ".other.0123456789abcdef.part", "f");
    }

    @Test
    void whatAnotherLivingProcessWritesStays() throws IOException, InterruptedException {
        Path part = Files.createFile(folder.resolve(".f.0123456789abcdef.part"));
        Path lock = folder.resolve(".f.0123456789abcdef.lock");
        try (LockingProcess other = LockingProcess.holding(lock)) {
            AtomicFile.writeText(folder.resolve("f"), "text");
            assertThat(part).exists();
            other.kill();
        }
        AtomicFile.writeText(folder.resolve("f"), "text");
        assertThat(names(folder)).containsExactly("f");
    }

    @Test
    void whatThisProcessIsWritingStaysHoweverOftenTheSamePlaceIsWritten() throws IOException {
        Path target = folder.resolve("f");
        try (AtomicFile slow = AtomicFile.create(target)) {
            slow.stream().write('1');
            AtomicFile.writeText(target, "2");
            AtomicFile.writeText(
                    folder.resolve("..").resolve(folder.getFileName()).resolve("f"), "3");
            slow.commit();
        }
        assertThat(target).hasContent("1");
        assertThat(names(folder)).containsExactly("f");
    }

    @Test
    void twoWritersOfOnePlaceDoNotDisturbEachOther() throws IOException {
        Path target = folder.resolve("f");
        try (AtomicFile first = AtomicFile.create(target);
                AtomicFile second = AtomicFile.create(target)) {
            first.stream().write('1');
            second.stream().write('2');
            first.commit();
            assertThat(target).hasContent("1");
            second.commit();
        }
        assertThat(target).hasContent("2");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
