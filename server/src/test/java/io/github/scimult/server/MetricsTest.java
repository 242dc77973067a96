package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who watch a server read of its requests, its encoder and its index. */
class MetricsTest {
    private static final Path DASHBOARD = Path.of("../packaging/monitoring/dashboard.json");
    /** There only once the garbage collector has paused, which nothing can be made to do. */
    private static final String PAUSES = "jvm_gc_pause_seconds";

    @TempDir
    private static Path folder;

    private static ServedFixture served;

    @BeforeAll
    static void start() throws Exception {
        served = ServedFixture.start(folder);
        served.get("/api/search?q=drawing+graphs");
        served.get("/api/papers/none");
        served.get("/nothing");
        served.post("/embed", "{\"inputs\": [\"a b\", \"c\"]}");
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    private static String metrics() throws Exception {
        return served.get("/metrics").body();
    }

    @Test
    void requestsAreCountedByRouteAndStatusAlsoThoseThatFail() throws Exception {
        assertThat(metrics())
                .contains(
                        "scimult_requests_seconds_count{method=\"GET\",route=\"/api/search\",status=\"200\"} 1",
                        "scimult_requests_seconds_count{method=\"GET\",route=\"/api/papers/{id}\",status=\"404\"} 1",
                        "scimult_requests_seconds_count{method=\"other\",route=\"other\",status=\"404\"} 1");
    }

    @Test
    void durationsAreHistogramsWhichSumOverServers() throws Exception {
        assertThat(metrics())
                .contains(
                        "scimult_requests_seconds_bucket{method=\"GET\",route=\"/api/search\",status=\"200\",le=\"30.0\"} 1",
                        "scimult_encoder_batches_seconds_bucket{le=\"30.0\"}")
                .doesNotContain("quantile=");
    }

    @Test
    void theEncoderTellsWhatItRead() throws Exception {
        assertThat(metrics())
                .contains("scimult_texts_waiting 0.0")
                .containsPattern("scimult_encoder_tokens_total [1-9]");
    }

    @Test
    void theIndexTellsHowLargeItIs() throws Exception {
        assertThat(metrics())
                .contains("scimult_index_papers 4.0", "scimult_index_labels 2.0", "scimult_index_deleted 0.0")
                .containsPattern("scimult_index_segments [1-9]")
                .containsPattern("scimult_index_size_bytes [1-9]");
    }

    @Test
    void everyMetricOfTheExampleDashboardIsThere() throws Exception {
        JsonNode dashboard = JsonMapper.builder().build().readTree(Files.readString(DASHBOARD));
        Set<String> shown = new TreeSet<>();
        for (JsonNode expression : dashboard.findValues("expr")) {
            Pattern.compile("\\b(scimult|jvm|process)_[a-z_]+")
                    .matcher(expression.asText())
                    .results()
                    .forEach(name -> shown.add(name.group()));
        }
        shown.removeIf(name -> name.startsWith(PAUSES));
        List<String> told = metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toList());
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(told).containsAll(shown);
    }
}
