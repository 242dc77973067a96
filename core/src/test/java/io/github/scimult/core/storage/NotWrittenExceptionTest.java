package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told when something could not be written. */
class NotWrittenExceptionTest {
    @TempDir
    private Path folder;

    private String said(IOException failure) {
        return NotWrittenException.of(folder.resolve("model"), failure).getMessage();
    }

    @Test
    void theTargetTheReasonAndWhatToDoAreSaid() {
        assertThat(said(new IOException("the disk is on fire")))
                .isEqualTo(
                        "Could not write " + folder.resolve("model")
                                + ": the disk is on fire. Nothing was left half-written; choose another place, and run it again.");
    }

    @Test
    void aFullDiskIsSaidWithTheRoomThatIsLeft() {
        assertThat(said(new FileSystemException("x", null, "No space left on device")))
                .contains("No space left on device (", "MB free on that disk)", "make room or choose another place");
        assertThat(said(new IOException("Disk quota exceeded"))).contains("make room");
    }

    @Test
    void aFolderThatMayNotBeWrittenInIsNamed() {
        assertThat(said(new AccessDeniedException("/data/models/.model.part")))
                .contains("no permission to write in /data/models.");
    }

    @Test
    void aFileWhereAFolderBelongsIsNamed() {
        assertThat(said(new FileAlreadyExistsException("/data/file")))
                .contains("/data/file is there already, and is no folder");
    }

    @Test
    void aFailureWithoutWordsIsNamedByItsKind() {
        assertThat(said(new EOFException())).contains(": EOFException.");
    }

    @Test
    void whatIsInWordsAlreadyStaysAsItIs() {
        IOException first = NotWrittenException.of(folder.resolve("model"), new IOException("x"));
        assertThat(NotWrittenException.of(folder.resolve("other"), first)).isSameAs(first);
    }

    @Test
    void theFailureBehindIsKept() {
        IOException cause = new IOException("x");
        assertThat(NotWrittenException.of(folder.resolve("model"), cause)).hasCause(cause);
    }
}
