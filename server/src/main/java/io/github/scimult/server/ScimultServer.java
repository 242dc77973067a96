package io.github.scimult.server;

import io.github.scimult.core.storage.Json;
import io.github.scimult.library.live.ModelOpener;
import io.github.scimult.search.result.LabelCatalogue;
import io.github.scimult.server.access.KeyFile;
import io.github.scimult.server.http.OpenApi;
import io.github.scimult.server.http.ProblemErrors;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.monitoring.RequestLog;
import io.github.scimult.server.monitoring.ServerMetrics;
import io.github.scimult.server.route.AccessRoutes;
import io.github.scimult.server.route.AnnifRoutes;
import io.github.scimult.server.route.AnswerRoutes;
import io.github.scimult.server.route.BrowseRoutes;
import io.github.scimult.server.route.CitationRoutes;
import io.github.scimult.server.route.EmbeddingRoutes;
import io.github.scimult.server.route.FeedbackRoutes;
import io.github.scimult.server.route.InferenceRoutes;
import io.github.scimult.server.route.LabelRoutes;
import io.github.scimult.server.route.MapRoutes;
import io.github.scimult.server.route.RankingRoutes;
import io.github.scimult.server.route.RecordRoutes;
import io.github.scimult.server.route.ReportRoutes;
import io.github.scimult.server.route.ServiceRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a library over HTTP.
 *
 * <pre>{@code
 * try (ScimultServer server = ScimultServer.start(config, folder, models)) {
 *     System.out.println(server.address());
 *     ...
 * }
 * }</pre>
 */
public final class ScimultServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("scimult.server");

    /** Once all connections are taken, those that do nothing are closed soon. */
    private static final long CROWDED_IDLE_MILLIS = 2_000;

    private final ServerConfig config;
    private final ServedLibrary served;
    private final ServerMetrics metrics;
    private final List<Route<?>> routes;
    private final RequestGuard guard;
    private final Connectors connectors;
    private final FileWatch watch = new FileWatch();
    private final Javalin server;

    private ScimultServer(ServerConfig config, ServedLibrary served, ServerMetrics metrics) {
        this.config = config;
        this.served = served;
        this.metrics = metrics;
        this.connectors = new Connectors(config.settings(), config.encryption());
        this.guard = new RequestGuard(config, served, metrics, connectors::metricsPort);
        this.routes = new ArrayList<>();
        routes.addAll(new AnswerRoutes(served, config.limits()).routes());
        routes.addAll(new RecordRoutes(served).routes());
        routes.addAll(new LabelRoutes(served).routes());
        routes.addAll(new BrowseRoutes(served, new LabelCatalogue(), config.limits()).routes());
        routes.addAll(new CitationRoutes(served).routes());
        routes.addAll(new FeedbackRoutes(served).routes());
        routes.addAll(new EmbeddingRoutes(served).routes());
        routes.addAll(new InferenceRoutes(served, config.limits(), config.version()).routes());
        routes.addAll(new RankingRoutes(served).routes());
        routes.addAll(new AnnifRoutes(served, config.limits(), config.version()).routes());
        routes.addAll(new MapRoutes(served).routes());
        routes.addAll(new ReportRoutes(served).routes());
        routes.addAll(new AccessRoutes(guard::access).routes());
        routes.addAll(new ServiceRoutes(served, metrics, guard::isOpen).routes());
        metrics.watch(served);
        this.server = Javalin.create(this::configure);
        watchFiles();
    }

    /**
     * Opens a library, or an index, and serves it.
     *
     * @param folder of the library
     * @param models opens the models of its indexes
     * @throws IOException if it cannot be read, or the address is taken
     */
    public static ScimultServer start(ServerConfig config, Path folder, ModelOpener models) throws IOException {
        ServerMetrics metrics = new ServerMetrics();
        ServedLibrary served = ServedLibrary.open(
                folder, metrics.metered(models), config.settings().queue());
        try {
            ScimultServer server = new ScimultServer(config, served, metrics);
            server.listen();
            return server;
        } catch (JavalinBindException taken) {
            served.close();
            throw new BindException(
                    "the address " + config.host() + ":" + config.port()
                            + " cannot be listened at, another program may do so: choose another --port (0 takes any that is free)");
        } catch (RuntimeException failure) {
            served.close();
            throw failure;
        }
    }

    private void listen() {
        server.start();
        watch.start();
    }

    /** What files say is put into force when they change, without a new start. */
    private void watchFiles() {
        config.settings()
                .access()
                .keys()
                .ifPresent(file -> watch.add(
                        file,
                        () -> guard.change(config.withKeys(KeyFile.read(file)).access())));
        config.settings()
                .tls()
                .keyStore()
                .ifPresent(file -> watch.add(
                        file,
                        () -> connectors.change(
                                Encryption.of(file, config.encryption().password()))));
    }

    /** Looks at the watched files now. */
    void checkFiles() {
        watch.check();
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
            jetty.setStopTimeout(Math.round(config.settings().stop().maxSeconds() * 1000));
            NetworkConnectionLimit limit =
                    new NetworkConnectionLimit(config.settings().connections().max(), jetty);
            limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
            jetty.addBean(limit);
            jetty.setErrorHandler(new ProblemErrors());
            jetty.setRequestLog(new RequestLog());
        });
        // Jetty remembers a connection's header fields without regard to case, and a key would be taken for one
        // remembered.
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setHeaderCacheCaseSensitive(true);
            http.setIdleTimeout(config.settings().connections().idleMillis());
        });
        connectors.install(javalin);
        metrics.install(javalin);
        RequestLog.install(javalin);
        new CrossOrigin(Set.copyOf(config.settings().access().origins())).install(javalin);
        guard.install(javalin);
        boolean needsKey = config.access().needsKey();
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

    /** The port of the metrics, if it is one of their own. */
    public Optional<Integer> metricsPort() {
        return connectors.metricsPort();
    }

    /**
     * Says that the server is not ready, and still answers for the time that the settings give; then refuses new requests, finishes those
     * in progress, and closes the library. An interruption ends that time early.
     */
    @Override
    public void close() throws IOException {
        guard.shut();
        watch.close();
        boolean interrupted = drain();
        stopListening();
        served.close();
        metrics.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Requests that do not end in time are failed, so that what they use can be closed. */
    private void stopListening() {
        try {
            server.stop();
        } catch (JavalinException failure) {
            if (!(failure.getCause() instanceof TimeoutException)) {
                throw failure;
            }
            LOG.warn(
                    "not all requests ended within {} s (stop.maxSeconds); they were broken off",
                    config.settings().stop().maxSeconds());
            served.abandonTexts();
        }
    }

    /** Whether it was interrupted. */
    private boolean drain() {
        try {
            Thread.sleep(Math.round(config.settings().stop().drainSeconds() * 1000));
            return false;
        } catch (InterruptedException hurry) {
            return true;
        }
    }
}
