package io.github.scimult.app;

import io.github.scimult.core.collection.BadDataException;
import io.github.scimult.model.train.TrainingFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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
                || exception instanceof BadDataException
                || exception instanceof TrainingFailedException
                || exception instanceof IOException
                || exception instanceof UncheckedIOException);
    }

    private static String message(Exception exception) {
        return switch (exception) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": you may not read or write it";
            case UncheckedIOException wrapped -> message(wrapped.getCause());
            default -> exception.getMessage() == null ? exception.toString() : exception.getMessage();
        };
    }
}
