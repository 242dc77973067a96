package io.github.scimult.server;

import io.github.scimult.server.access.Access;
import io.github.scimult.server.access.Caller;
import io.github.scimult.server.encoding.OverloadedException;
import io.github.scimult.server.http.BodyReader;
import io.github.scimult.server.http.Problem;
import io.github.scimult.server.http.RequestBody;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.library.ServedLibrary;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
    private final MeterRegistry metrics;
    private final Semaphore places;
    private final Admission admission;
    private final BodyReader bodies;
    private volatile boolean open = true;

    /** @param metricsPort where those who watch the server ask; empty for where all ask */
    RequestGuard(
            ServerConfig config, ServedLibrary served, MeterRegistry metrics, Supplier<Optional<Integer>> metricsPort) {
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
        Timer timer = Timer.builder("scimult.requests")
                .tag("method", route.method().name())
                .tag("route", route.path())
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
        return context -> {
            Caller caller = admission.caller(context);
            context.attribute(RequestForm.Asking.CALLER, caller);
            if (route.isService()) {
                served.serve(route.prepare(context, "", config.limits())::answer);
                return;
            }
            admission.takeToken(caller);
            admission.require(caller, route.scope().orElseThrow(), context);
            try (RequestBody body = route.form().hasBody() ? bodies.read(context) : RequestBody.NONE) {
                Route.Prepared request = route.prepare(context, body.text(), config.limits());
                answerInPlace(request, timer);
            }
        };
    }

    /** Only what is being answered has one of the places: a request that comes slowly takes none from others. */
    private void answerInPlace(Route.Prepared request, Timer timer) throws Exception {
        if (!places.tryAcquire()) {
            metrics.counter("scimult.requests.refused").increment();
            throw new OverloadedException(
                    "the server answers " + config.limits().requests() + " requests already");
        }
        Timer.Sample sample = Timer.start(metrics);
        try {
            served.serve(request::answer);
        } finally {
            places.release();
            sample.stop(timer);
        }
    }
}
