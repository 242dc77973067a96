package io.github.scimult.server;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.LockedException;
import io.github.scimult.server.encoding.EncoderStoppedException;
import io.github.scimult.server.encoding.OverloadedException;
import io.github.scimult.server.http.Problem;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RequestId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * The one place that maps errors to statuses. What a request says wrongly arrives as a {@link ProblemException}; whatever else is
 * thrown is not the client's mistake.
 */
final class Failures {
    private static final int OVERLOADED_SECONDS = 1;
    private static final int LOCKED_SECONDS = 5;
    /** How systems name a full disk. */
    private static final List<String> FULL =
            List.of("no space left on device", "disk quota exceeded", "not enough space");

    private Failures() {}

    static void install(JavalinConfig javalin) {
        javalin.routes.exception(ProblemException.class, Failures::tell);
        javalin.routes.exception(
                HttpResponseException.class,
                (known, context) -> Problem.answer(context, known.getStatus(), known.getMessage()));
        javalin.routes.exception(
                OverloadedException.class,
                (busy, context) -> tell(ProblemException.busy(busy.getMessage(), OVERLOADED_SECONDS), context));
        javalin.routes.exception(
                EncoderStoppedException.class,
                (stopped, context) ->
                        tell(ProblemException.forNow(503, stopped.getMessage(), LOCKED_SECONDS), context));
        javalin.routes.exception(IOException.class, Failures::tellOfDisk);
        javalin.routes.exception(
                UncheckedIOException.class, (wrapped, context) -> tellOfDisk(wrapped.getCause(), context));
        javalin.routes.exception(Exception.class, Failures::tellOurMistake);
    }

    private static void tell(ProblemException problem, Context context) {
        if (problem.retrySeconds() > 0) {
            context.header(Header.RETRY_AFTER, Integer.toString(problem.retrySeconds()));
        }
        Problem.answer(context, problem.status(), problem.getMessage());
    }

    private static void tellOfDisk(IOException failure, Context context) {
        if (failure instanceof LockedException) {
            String again = "the library is being changed by another program: send this again when that has ended";
            tell(ProblemException.forNow(503, again, LOCKED_SECONDS), context);
        } else if (isFull(failure)) {
            log(context, failure.getMessage());
            Problem.answer(
                    context,
                    507,
                    "the server's disk is full: nothing of this was kept; send it again when there is room");
        } else {
            tellOurMistake(failure, context);
        }
    }

    private static boolean isFull(Throwable failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(said::contains) || (failure.getCause() != null && isFull(failure.getCause()));
    }

    /** Tells the client that the server failed, and the log why. */
    private static void tellOurMistake(Exception mistake, Context context) {
        if (mistake instanceof BadDataException) {
            log(context, mistake.getMessage());
        } else {
            StringWriter trace = new StringWriter();
            mistake.printStackTrace(new PrintWriter(trace));
            log(context, "please report this: " + trace);
        }
        Problem.answer(
                context, 500, "the server made a mistake; its log tells more about request " + RequestId.of(context));
    }

    private static void log(Context context, String what) {
        System.err.println("scimult: " + context.method() + " " + context.path() + " failed, request "
                + RequestId.of(context) + ": " + what);
    }
}
