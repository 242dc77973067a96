package io.github.scimult.server;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.feedback.FeedbackFile;
import io.github.scimult.core.storage.Json;
import io.github.scimult.search.index.LiveIndex;
import io.github.scimult.search.result.LabelCatalogue;
import io.github.scimult.search.tag.TagFile;
import io.github.scimult.search.tag.Tagger;
import io.github.scimult.server.encoding.BatchingEncoder;
import io.github.scimult.server.http.OpenApi;
import io.github.scimult.server.http.ProblemErrors;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.route.AnswerRoutes;
import io.github.scimult.server.route.BrowseRoutes;
import io.github.scimult.server.route.CitationRoutes;
import io.github.scimult.server.route.EmbeddingRoutes;
import io.github.scimult.server.route.FeedbackRoutes;
import io.github.scimult.server.route.MapRoutes;
import io.github.scimult.server.route.RecordRoutes;
import io.github.scimult.server.route.ReportRoutes;
import io.github.scimult.server.route.ServiceRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Header;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Serves an index and its model over HTTP.
 *
 * <pre>{@code
 * try (ScimultServer server = ScimultServer.start(config, folder, encoder, fingerprint)) {
 *     System.out.println(server.address());
 *     ...
 * }
 * }</pre>
 */
public final class ScimultServer implements AutoCloseable {
    private static final int WAITING_TEXTS = 1024;
    private static final int BATCH_CHARACTERS = 40_000;
    private static final long STOP_MILLIS = 30_000;

    private final ServerConfig config;
    private final BatchingEncoder encoder;
    private final LiveIndex index;
    private final List<Route<?>> routes;
    private final RequestGuard guard;
    private final Javalin server;

    private ScimultServer(ServerConfig config, BatchingEncoder encoder, LiveIndex index, Path folder)
            throws IOException {
        Tagger tagger = new Tagger(index.index(), TagFile.read(folder));
        this.config = config;
        this.encoder = encoder;
        this.index = index;
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        this.guard = new RequestGuard(config, metrics);
        this.routes = new ArrayList<>();
        routes.addAll(new AnswerRoutes(index, tagger, config.limits()).routes());
        routes.addAll(new RecordRoutes(index).routes());
        routes.addAll(new BrowseRoutes(index, new LabelCatalogue(), config.limits()).routes());
        routes.addAll(new CitationRoutes(index).routes());
        routes.addAll(new FeedbackRoutes(index, new FeedbackFile(folder)).routes());
        routes.addAll(new EmbeddingRoutes(encoder).routes());
        routes.addAll(new MapRoutes(folder).routes());
        routes.addAll(new ReportRoutes(Path.of(index.index().facts().model()), folder).routes());
        routes.addAll(new ServiceRoutes(index, metrics, guard::isOpen).routes());
        metrics.gauge("scimult.texts.waiting", encoder, BatchingEncoder::waiting);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Opens an index and serves it.
     *
     * @param folder of the index
     * @param encoder of the index's model; closed by the caller, after the server
     * @param modelFingerprint of that model
     * @throws IOException if the index cannot be read, or the address is taken
     */
    public static ScimultServer start(ServerConfig config, Path folder, TextEncoder encoder, String modelFingerprint)
            throws IOException {
        BatchingEncoder batching = new BatchingEncoder(encoder, WAITING_TEXTS, BATCH_CHARACTERS);
        LiveIndex index = null;
        try {
            index = LiveIndex.open(folder, batching, modelFingerprint);
            ScimultServer server = new ScimultServer(config, batching, index, folder);
            server.listen();
            return server;
        } catch (JavalinBindException taken) {
            closeAll(index, batching);
            throw new BindException(
                    "the address " + config.host() + ":" + config.port()
                            + " cannot be listened at, another program may do so: choose another --port (0 takes any that is free)");
        } catch (IOException | RuntimeException failure) {
            closeAll(index, batching);
            throw failure;
        }
    }

    private void listen() {
        if (config.encryption() == null) {
            server.start(config.host(), config.port());
        } else {
            server.start(); // at the connector that is configured
        }
    }

    private static void closeAll(LiveIndex index, BatchingEncoder encoder) throws IOException {
        encoder.close();
        if (index != null) {
            index.close();
        }
    }

    private void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.maxRequestSize = config.limits().bodyBytes();
        javalin.http.prefer405over404 = true;
        javalin.http.generateEtags = true;
        javalin.staticFiles.add("/io/github/scimult/server/web", Location.CLASSPATH);
        javalin.jetty.modifyServer(jetty -> {
            jetty.insertHandler(new GracefulHandler());
            jetty.setStopTimeout(STOP_MILLIS);
            jetty.setErrorHandler(new ProblemErrors());
        });
        // Jetty remembers a connection's header fields without regard to case, and a key would be taken for one
        // remembered.
        javalin.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
        if (config.encryption() != null) {
            javalin.jetty.addConnector(
                    (jetty, http) -> config.encryption().connector(jetty, http, config.host(), config.port()));
        }
        if (!config.access().origins().isEmpty()) {
            javalin.bundledPlugins.enableCors(cors -> cors.addRule(rule -> {
                config.access().origins().forEach(rule::allowHost);
                rule.exposeHeader(Header.RETRY_AFTER);
            }));
        }
        guard.install(javalin);
        boolean needsKey = !config.access().keys().isEmpty();
        String description = Json.line(OpenApi.of(routes, config.version(), config.limits(), needsKey));
        javalin.routes.get("/openapi.json", context -> {
            context.contentType("application/json");
            context.result(description);
        });
        for (Route<?> route : routes) {
            javalin.routes.addEndpoint(
                    Endpoint.create(route.method(), route.path()).handler(guard.around(route)));
        }
    }

    /** The routes, as they are described in the API's document. */
    public List<Route<?>> routes() {
        return List.copyOf(routes);
    }

    public int port() {
        return server.port();
    }

    /** The address of the page. */
    public String address() {
        String scheme = config.encryption() == null ? "http" : "https";
        return scheme + "://" + (config.host().contains(":") ? "[" + config.host() + "]" : config.host()) + ":" + port()
                + "/";
    }

    /** Refuses new requests, finishes those in progress, and closes the index. */
    @Override
    public void close() throws IOException {
        guard.shut();
        server.stop();
        closeAll(index, encoder);
    }
}
