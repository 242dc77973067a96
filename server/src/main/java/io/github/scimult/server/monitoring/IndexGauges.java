package io.github.scimult.server.monitoring;

import io.github.scimult.search.record.IndexStatistics;
import io.github.scimult.server.library.ServedLibrary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;

/** How large the index is that is served at the moment; not a number where it cannot be read. */
record IndexGauges(ServedLibrary served) {
    void bindTo(MeterRegistry registry) {
        gauge(registry, "papers", "Papers in the index.", IndexStatistics::papers);
        gauge(registry, "labels", "Labels in the index.", IndexStatistics::labels);
        gauge(registry, "segments", "Segments of the index.", IndexStatistics::segments);
        gauge(registry, "deleted", "Deleted records whose segments are not merged yet.", IndexStatistics::deleted);
        Gauge.builder("scimult.index.size", this, IndexGauges::bytes)
                .description("The index's size on disk.")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        Gauge.builder("scimult.texts.waiting", served, ServedLibrary::waitingTexts)
                .description("Texts that wait for the encoder.")
                .strongReference(true)
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<IndexStatistics> value) {
        Gauge.builder("scimult.index." + name, this, gauges -> gauges.of(value))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private double of(ToDoubleFunction<IndexStatistics> value) {
        try {
            return served.library().read(now -> value.applyAsDouble(now.index().statistics()));
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    private double bytes() {
        try {
            return served.library().read(now -> bytes(now.folder()));
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    private static double bytes(Path folder) throws IOException {
        double bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                bytes += size(file);
            }
        }
        return bytes;
    }

    /** Zero for a file that is gone meanwhile. */
    private static long size(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException merged) {
            return 0;
        }
    }
}
