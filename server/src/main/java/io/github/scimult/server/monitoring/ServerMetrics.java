package io.github.scimult.server.monitoring;

import io.github.scimult.library.live.ModelOpener;
import io.github.scimult.server.library.ServedLibrary;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Metrics of a server: of its requests, its encoder, its index, and the virtual machine. */
public final class ServerMetrics implements AutoCloseable {
    /** Upper bounds of the histograms' buckets, which sums over several servers keep meaningful. */
    static final Duration[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 200, 300, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final String BEGIN = "scimult.begin";
    private static final String OTHER = "other";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final EncoderMeters encoder = EncoderMeters.of(registry);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public ServerMetrics() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Arrays.stream(Refusal.values()).forEach(this::refusals);
    }

    /** Why a request was sent away. */
    public enum Refusal {
        /** All places are taken. */
        PLACES,
        /** Too many texts wait for the encoder. */
        QUEUE,
        /** Its caller asks too often. */
        RATE
    }

    /** Counts a request that is sent away. */
    public void refused(Refusal why) {
        refusals(why).increment();
    }

    private Counter refusals(Refusal why) {
        return Counter.builder("scimult.requests.refused")
                .description("Requests that were sent away with the status 429.")
                .tag("reason", why.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** Opens models whose encoders are watched. */
    public ModelOpener metered(ModelOpener models) {
        return facts -> new MeteredModel(models.open(facts), encoder);
    }

    /** Watches what is served. */
    public void watch(ServedLibrary served) {
        new IndexGauges(served).bindTo(registry);
    }

    /** Times every request, those that are refused as well. */
    public void install(JavalinConfig javalin) {
        javalin.routes.before(context -> context.attribute(BEGIN, System.nanoTime()));
        javalin.routes.after(this::record);
    }

    private void record(Context context) {
        Long begin = context.attribute(BEGIN);
        if (begin == null) {
            return;
        }
        String route = context.attribute(RequestLog.ROUTE);
        Timer.builder("scimult.requests")
                .description("Requests and how long they take, until their response is ready to be sent.")
                .tag("method", route == null ? OTHER : context.method().name())
                .tag("route", route == null ? OTHER : route)
                .tag("status", Integer.toString(context.statusCode()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - begin));
    }

    /** All metrics in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
