package io.github.scimult.server;

import io.github.scimult.server.access.Access;
import io.github.scimult.server.access.Caller;
import io.github.scimult.server.encoding.OverloadedException;
import io.github.scimult.server.http.BodyReader;
import io.github.scimult.server.http.Problem;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RequestBody;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.monitoring.RequestLog;
import io.github.scimult.server.monitoring.ServerMetrics;
import io.github.scimult.server.monitoring.ServerMetrics.Refusal;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Guards every route: checks keys, bounds the number of requests in progress, and measures their time.
 */
final class RequestGuard {
    private static final String POLICY = "default-src 'self'; frame-ancestors 'none'";

    private final ServerConfig config;
    private final ServedLibrary served;
    private final ServerMetrics metrics;
    private final Semaphore places;
    private final Admission admission;
    private final BodyReader bodies;
    private volatile boolean open = true;

    /** @param metricsPort where those who watch the server ask; empty for where all ask */
    RequestGuard(
            ServerConfig config, ServedLibrary served, ServerMetrics metrics, Supplier<Optional<Integer>> metricsPort) {
        this.served = served;
        this.config = config;
        this.metrics = metrics;
        this.places = new Semaphore(config.limits().requests());
        this.admission = new Admission(config, metricsPort);
        this.bodies =
                new BodyReader(config.limits().bodyBytes(), config.settings().bodies());
    }

    boolean isOpen() {
        return open;
    }

    /** Makes the server report that it is not ready. */
    void shut() {
        open = false;
    }

    private Optional<String> hsts() {
        long seconds = config.settings().tls().hstsSeconds();
        return config.encryption() == null || seconds == 0 ? Optional.empty() : Optional.of("max-age=" + seconds);
    }

    /** Lets in by other keys from now on. */
    void change(Access access) {
        admission.change(access);
    }

    /** Who may do what now. */
    Access access() {
        return admission.access();
    }

    void install(JavalinConfig javalin) {
        javalin.routes.before(context -> {
            context.header("X-Content-Type-Options", "nosniff");
            context.header("Content-Security-Policy", POLICY);
            context.header("Referrer-Policy", "no-referrer");
            hsts().ifPresent(policy -> context.header("Strict-Transport-Security", policy));
            admission.requireOwnPort(context);
            admission.requireOwnName(context);
        });
        Failures.install(javalin);
        javalin.routes.error(404, context -> {
            if (context.result() == null || !Problem.isIn(context)) {
                Problem.answer(
                        context,
                        404,
                        "there is nothing at " + context.path() + "; see /openapi.json for what there is");
            }
        });
    }

    /** Wraps a route's handler. */
    Handler around(Route<?> route) {
        return context -> {
            context.attribute(RequestLog.ROUTE, route.path());
            Caller caller = admission.caller(context);
            if (caller.hasKey()) {
                context.attribute(RequestLog.KEY_NAME, caller.name());
            }
            context.attribute(RequestForm.Asking.CALLER, caller);
            if (route.isService()) {
                served.serve(route.prepare(context, "", config.limits())::answer);
                return;
            }
            takeToken(caller);
            admission.require(caller, route.scope().orElseThrow(), context);
            try (RequestBody body = route.form().hasBody() ? bodies.read(context) : RequestBody.NONE) {
                Route.Prepared request = route.prepare(context, body.text(), config.limits());
                answerInPlace(request);
            }
        };
    }

    private void takeToken(Caller caller) {
        try {
            admission.takeToken(caller);
        } catch (ProblemException tooOften) {
            metrics.refused(Refusal.RATE);
            throw tooOften;
        }
    }

    /** Only what is being answered has one of the places: a request that comes slowly takes none from others. */
    private void answerInPlace(Route.Prepared request) throws Exception {
        if (!places.tryAcquire()) {
            metrics.refused(Refusal.PLACES);
            throw new OverloadedException(
                    "the server answers " + config.limits().requests() + " requests already");
        }
        try {
            served.serve(request::answer);
        } catch (OverloadedException full) {
            metrics.refused(Refusal.QUEUE);
            throw full;
        } finally {
            places.release();
        }
    }
}
