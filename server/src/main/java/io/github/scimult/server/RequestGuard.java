package io.github.scimult.server;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.server.encoding.OverloadedException;
import io.github.scimult.server.http.Problem;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.library.ServedLibrary;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;

/**
 * Guards every route: checks keys, bounds the number of requests in progress, measures their time, and answers failures as problems. The
 * one place that maps errors to statuses.
 */
final class RequestGuard {
    private static final String SCHEME = "Bearer ";
    private static final String RETRY_SECONDS = "1";
    private static final String POLICY = "default-src 'self'; frame-ancestors 'none'";

    private final ServerConfig config;
    private final ServedLibrary served;
    private final MeterRegistry metrics;
    private final Semaphore places;
    private volatile boolean open = true;

    RequestGuard(ServerConfig config, ServedLibrary served, MeterRegistry metrics) {
        this.served = served;
        this.config = config;
        this.metrics = metrics;
        this.places = new Semaphore(config.limits().requests());
    }

    boolean isOpen() {
        return open;
    }

    /** Makes the server report that it is not ready. */
    void shut() {
        open = false;
    }

    void install(JavalinConfig javalin) {
        javalin.routes.before(context -> {
            context.header("X-Content-Type-Options", "nosniff");
            context.header("Content-Security-Policy", POLICY);
            context.header("Referrer-Policy", "no-referrer");
        });
        javalin.routes.exception(
                ProblemException.class, (problem, context) -> tell(context, problem.status(), problem));
        javalin.routes.exception(IllegalArgumentException.class, (wrong, context) -> tell(context, 400, wrong));
        javalin.routes.exception(BadDataException.class, (wrong, context) -> tell(context, 400, wrong));
        javalin.routes.exception(OverloadedException.class, (busy, context) -> {
            context.header(Header.RETRY_AFTER, RETRY_SECONDS);
            tell(context, 429, busy);
        });
        javalin.routes.exception(
                HttpResponseException.class, (known, context) -> tell(context, known.getStatus(), known));
        javalin.routes.exception(Exception.class, RequestGuard::tellOurMistake);
        javalin.routes.error(404, context -> {
            if (context.result() == null || !isProblem(context)) {
                Problem.answer(
                        context,
                        404,
                        "there is nothing at " + context.path() + "; see /openapi.json for what there is");
            }
        });
    }

    private static boolean isProblem(Context context) {
        String type = context.res().getContentType();
        return type != null && type.startsWith("application/problem+json");
    }

    private static void tell(Context context, int status, Exception problem) {
        Problem.answer(context, status, problem.getMessage());
    }

    /** Tells the client that it failed, and the log why. */
    private static void tellOurMistake(Exception mistake, Context context) {
        System.err.println("scimult: " + context.method() + " " + context.path() + " failed; please report this:");
        mistake.printStackTrace(System.err);
        Problem.answer(context, 500, "the server made a mistake, which its log tells more about");
    }

    /** Wraps a route's handler. */
    Handler around(Route<?> route) {
        Timer timer = Timer.builder("scimult.requests")
                .tag("method", route.method().name())
                .tag("route", route.path())
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
        return context -> {
            if (route.isService()) {
                served.serve(() -> route.handle(context, config.limits()));
                return;
            }
            requireKey(context);
            if (!places.tryAcquire()) {
                metrics.counter("scimult.requests.refused").increment();
                throw new OverloadedException(
                        "the server answers " + config.limits().requests() + " requests already");
            }
            Timer.Sample sample = Timer.start(metrics);
            try {
                served.serve(() -> route.handle(context, config.limits()));
            } finally {
                places.release();
                sample.stop(timer);
            }
        };
    }

    private void requireKey(Context context) {
        if (config.access().keys().isEmpty()) {
            return;
        }
        String given = context.header(Header.AUTHORIZATION);
        boolean isBearer = given != null && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        byte[] key = isBearer ? given.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8) : new byte[0];
        boolean known = false;
        for (String allowed : config.access().keys()) {
            known |= MessageDigest.isEqual(allowed.getBytes(StandardCharsets.UTF_8), key);
        }
        if (!known) {
            context.header(Header.WWW_AUTHENTICATE, "Bearer");
            throw new ProblemException(401, "a key is needed: Authorization: Bearer KEY");
        }
    }
}
