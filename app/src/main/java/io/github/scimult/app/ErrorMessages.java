package io.github.scimult.app;

import io.github.scimult.core.embedding.NonFiniteVectorException;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.training.TrainingFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * The one place that maps errors to exit codes: 1 for bad data, files and runs that fail, 2 for what the caller asked for
 * in a wrong way. People get a paragraph; a stack trace appears only for our own mistakes.
 */
final class ErrorMessages implements IExecutionExceptionHandler {
    static final int FAILURE = 1;
    static final int USAGE = 2;

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("scimult: " + message(exception)));
        if (isOurs(exception)) {
            err.println("This is a mistake of the program; please report it together with the lines below.");
            exception.printStackTrace(err);
        }
        err.flush();
        return exception instanceof IllegalArgumentException ? USAGE : FAILURE;
    }

    private static boolean isOurs(Exception exception) {
        return !(exception instanceof IllegalArgumentException
                || isOutOfNativeMemory(exception)
                || exception instanceof BadDataException
                || exception instanceof TrainingFailedException
                || exception instanceof NonFiniteVectorException
                || exception instanceof IOException
                || exception instanceof UncheckedIOException);
    }

    private static String message(Exception exception) {
        return switch (exception) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": you may not read or write it";
            case FileSystemException file when file.getReason() == null -> file.getFile() + ": " + kind(file);
            case UncheckedIOException wrapped
            when wrapped.getMessage().equals(wrapped.getCause().toString()) -> message(wrapped.getCause());
            case RuntimeException noRoom
            when isOutOfNativeMemory(noRoom) ->
                "the memory does not suffice for the tensors of a batch. Set batch.tokens lower, close other programs, "
                        + "or use a larger machine.";
            default -> exception.getMessage() == null ? exception.toString() : exception.getMessage();
        };
    }

    /** As a sentence what the exceptions of {@code java.nio.file} say by their names alone. */
    private static String kind(FileSystemException exception) {
        return switch (exception) {
            case NotDirectoryException _ -> "is a file; a folder is needed here";
            case FileAlreadyExistsException _ -> "is there already, and is something else than is needed here";
            case DirectoryNotEmptyException _ -> "is a folder with content, which is not replaced";
            default -> "cannot be read or written";
        };
    }

    /** libtorch's allocator says so in a plain exception. */
    private static boolean isOutOfNativeMemory(Exception exception) {
        return exception.getMessage() != null && exception.getMessage().contains("DefaultCPUAllocator");
    }

    /** What to say and return where the heap was too small. */
    static int outOfMemory(PrintWriter err) {
        err.printf(
                "scimult: out of memory: the heap of %,d MB does not suffice. Give it more, such as 4 GB, by setting "
                        + "SCIMULT_JAVA_OPTS=-Xmx4g before the call.%n",
                Runtime.getRuntime().maxMemory() >> 20);
        err.flush();
        return FAILURE;
    }
}
