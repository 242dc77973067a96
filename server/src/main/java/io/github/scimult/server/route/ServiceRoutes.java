package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.search.index.IndexFacts;
import io.github.scimult.search.index.LiveIndex;
import io.github.scimult.server.http.JsonBody;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What those who run the service ask it.
 *
 * @param ready whether requests are taken
 */
public record ServiceRoutes(LiveIndex served, PrometheusMeterRegistry metrics, BooleanSupplier ready) {
    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api/index", "What is served", this::about)
                        .saying("The collection, the model, and how many papers there are.")
                        .answer(
                                "{\"collection\": \"hep\", \"papers\": 21867, \"model\": \"model\", \"dimension\": 384}"),
                Route.get("/health/live", "Whether the process lives", this::live)
                        .answer("{\"status\": \"live\"}"),
                Route.get("/health/ready", "Whether requests are taken", this::readiness)
                        .saying("503 while the server stops.")
                        .answer("{\"status\": \"ready\"}"),
                Route.get("/metrics", "Figures for Prometheus", this::scrape).saying("Text in Prometheus' format."));
    }

    private void about(Context context) throws IOException {
        IndexFacts facts = served.index().facts();
        ObjectNode json = JsonBody.object();
        json.put("collection", facts.collection());
        json.put("papers", served.index().papers());
        json.put("model", served.encoder().name());
        json.put("dimension", served.encoder().dimension());
        JsonBody.answer(context, json);
    }

    private void live(Context context) {
        JsonBody.answer(context, JsonBody.object().put("status", "live"));
    }

    private void readiness(Context context) {
        if (!ready.getAsBoolean()) {
            throw new ProblemException(503, "the server is stopping");
        }
        JsonBody.answer(context, JsonBody.object().put("status", "ready"));
    }

    private void scrape(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8");
        context.result(metrics.scrape());
    }
}
