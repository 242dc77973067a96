package io.github.scimult.server.route;

import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RawAnswer;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.IndexAnswer;
import io.github.scimult.server.message.Status;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What operators call.
 *
 * @param ready whether requests are taken
 */
public record ServiceRoutes(ServedLibrary served, PrometheusMeterRegistry metrics, BooleanSupplier ready) {
    private static final RouteText INDEX = new RouteText(
            "describeIndex", "What is served", "The collection, the model, and how many papers there are.");
    private static final RouteText LIVE =
            new RouteText("isLive", "Whether the process lives", "503 with the reason where only a new start helps.");
    private static final RouteText READY = new RouteText(
            "isReady", "Whether requests are taken", "503 with the reason while the server stops, or cannot answer.");
    private static final RouteText HEALTH = new RouteText(
            "isHealthy", "Whether requests are taken, as text-embeddings-inference", "The same as /health/ready.");
    private static final RouteText METRICS =
            new RouteText("readMetrics", "Metrics for Prometheus", "Text in Prometheus' format.");

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Route.get("/api/index", INDEX, NoParameters.class, IndexAnswer.class, this::about)
                        .example(new IndexAnswer("hep", 21867, "model", 384)),
                Route.get("/health/live", LIVE, NoParameters.class, Status.class, this::liveness)
                        .forService()
                        .example(new Status("live")),
                Route.get("/health/ready", READY, NoParameters.class, Status.class, this::readiness)
                        .forService()
                        .example(new Status("ready")),
                Route.get("/health", HEALTH, NoParameters.class, Status.class, this::readiness)
                        .forService()
                        .example(new Status("ready")),
                Route.getRaw(
                                "/metrics",
                                METRICS,
                                NoParameters.class,
                                AnswerForm.text("text/plain"),
                                none -> new RawAnswer("text/plain; version=0.0.4; charset=utf-8", metrics.scrape()))
                        .forService()
                        .example("scimult_texts_waiting 0.0"));
    }

    private IndexAnswer about(NoParameters none) throws IOException {
        return new IndexAnswer(
                served.index().facts().collection(),
                served.index().papers(),
                served.encoder().name(),
                served.encoder().dimension());
    }

    private Status liveness(NoParameters none) {
        requireNoTrouble();
        return new Status("live");
    }

    private void requireNoTrouble() {
        served.trouble().ifPresent(reason -> {
            throw new ProblemException(503, reason);
        });
    }

    private Status readiness(NoParameters none) {
        requireNoTrouble();
        if (!ready.getAsBoolean()) {
            throw new ProblemException(503, "the server is stopping");
        }
        return new Status("ready");
    }
}
