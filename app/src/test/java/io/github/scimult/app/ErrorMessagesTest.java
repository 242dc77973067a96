package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorMessagesTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void badDataAndFilesEndWithOneAndOneLine() {
        assertThat(exitCode(new BadDataException("papers/corpus.jsonl:3: no title")))
                .isEqualTo(1);
        assertThat(errors).hasToString("scimult: papers/corpus.jsonl:3: no title" + System.lineSeparator());
    }

    @Test
    void wrongCallsEndWithTwo() {
        assertThat(exitCode(new IllegalArgumentException("threads must be at least 0, not -3")))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("not -3").doesNotContain("\tat ");
    }

    @Test
    void whatExceptionsOfFilesSayByTheirNamesIsSaidInWords() {
        saysOf(new NoSuchFileException("model"), "model: there is no such file or folder");
        saysOf(new AccessDeniedException("model"), "model: you may not read or write it");
        saysOf(new NotDirectoryException("model"), "model: is a file; a folder is needed here");
        saysOf(new FileAlreadyExistsException("model"), "model: is there already");
        saysOf(new UncheckedIOException(new NoSuchFileException("model")), "model: there is no such file or folder");
    }

    @Test
    void wordsOfOurOwnAroundAFailureAreKept() {
        IOException full = new IOException("No space left on device");
        saysOf(new UncheckedIOException("the log cannot be written: " + full.getMessage(), full), "the log cannot be");
    }

    @Test
    void memoryThatDoesNotSufficeIsNoMistakeOfTheProgram() {
        saysOf(
                new RuntimeException(
                        "[enforce fail at alloc_cpu.cpp:124] . DefaultCPUAllocator: can't allocate memory"),
                "batch.tokens");
        assertThat(exitCode(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
        assertThat(errors.toString()).contains("-Xmx4g").doesNotContain("\tat ");
    }

    @Test
    void aMistakeOfTheProgramShowsItsTrace() {
        assertThat(exitCode(new IllegalStateException("cannot be"))).isEqualTo(1);
        assertThat(errors.toString()).contains("please report it").contains("\tat ");
    }

    private void saysOf(Exception exception, String text) {
        assertThat(exitCode(exception)).isEqualTo(1);
        assertThat(errors.toString()).startsWith("scimult: ").contains(text).doesNotContain("\tat ");
    }

    private int exitCode(Throwable failure) {
        errors.getBuffer().setLength(0);
        CommandLine commandLine = new CommandLine(new Failing(failure))
                .setErr(new PrintWriter(errors, true))
                .setExecutionExceptionHandler(new ErrorMessages());
        return Main.run(commandLine);
    }

    @Command(name = "fail")
    private record Failing(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }
}
