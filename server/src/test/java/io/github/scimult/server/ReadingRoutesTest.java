package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a served index: filtered searches, citations, reports, the map, and what operators see. */
class ReadingRoutesTest {
    @TempDir
    private static Path folder;

    private static ServedFixture served;

    @BeforeAll
    static void start() throws IOException {
        served = ServedFixture.start(folder, Set.of(), Limits.DEFAULTS, new WordCountEncoder());
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Set<String> found(String query) throws Exception {
        Answer answer = served.get("/api/search?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Set<String> ids = new TreeSet<>();
        for (JsonNode result : answer.json().get("results")) {
            ids.add(result.at("/paper/id").asText());
        }
        return ids;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=drawing&from=2000|2,3,4",
                "q=drawing&to=2000|1",
                "q=drawing&from=1999&to=1999|1",
                "q=drawing&from=2020|''",
                "q=drawing&venue=GD|1,2,3,4",
                "q=drawing&venue=ICML|''",
                "q=drawing&author=Ann|1,2,3,4",
                "q=drawing&author=Bob|''",
                "q=drawing&label=g|1",
                "q=drawing&label=none|''",
                "q=drawing&label=g&from=2000|''"
            })
    void onlyPapersThatPassEveryFilterAreFound(String query, String ids) throws Exception {
        assertThat(String.join(",", found(query))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cite", "/api/tag"})
    void aTextOfThousandsOfWordsIsAnswered(String path) throws Exception {
        String words = IntStream.range(0, 5_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        Answer answer = served.post(path, "{\"title\": \"Graph drawing\", \"abstract\": \"" + words + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%E2%80%8B", "%EE%80%80", "%20", ""})
    void aQueryThatShowsNothingIsRefused(String query) throws Exception {
        Answer answer = served.get("/api/search?q=" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("'q' is missing");
    }

    @Test
    void aFilterThatIsEmptyIsNone() throws Exception {
        assertThat(found("q=drawing&venue=&author=&from=")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 100})
    void resultsAreRankedFromOneAndNotMoreThanAskedFor(int top) throws Exception {
        JsonNode results =
                served.get("/api/search?q=drawing+graphs&top=" + top).json().get("results");
        assertThat(results.size()).isEqualTo(Math.min(top, 4));
        double before = Double.POSITIVE_INFINITY;
        for (int rank = 1; rank <= results.size(); rank++) {
            assertThat(results.get(rank - 1).get("rank").asInt()).isEqualTo(rank);
            assertThat(results.get(rank - 1).get("score").asDouble()).isLessThanOrEqualTo(before);
            before = results.get(rank - 1).get("score").asDouble();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drawing AND", "\"drawing", "title:(", "*", "[1 TO", "graphs^", "a/b\\c", "<script>", "数据 😀"})
    void anythingThatIsTypedIsSearchedFor(String query) throws Exception {
        assertThat(served.get("/api/search?q=" + encoded(query)).status()).isEqualTo(200);
    }

    @Test
    void matchingWordsAreMarkedInTitleAndAbstract() throws Exception {
        JsonNode first = served.get("/api/search?q=text+search&top=1").json().at("/results/0");
        assertThat(first.at("/paper/title").asText()).isEqualTo("Text search");
        JsonNode place = first.at("/matches/title/0");
        assertThat("Text search"
                        .substring(place.get("begin").asInt(), place.get("end").asInt()))
                .isEqualTo("Text");
        assertThat(first.at("/matches/abstract").size()).isEqualTo(1);
    }

    @Test
    void citationsComeInTheOrderOfTheIds() throws Exception {
        Answer answer = served.get("/api/citations?id=3&id=1");
        assertThat(answer.type()).startsWith("application/x-bibtex");
        assertThat(answer.body().indexOf("Text search"))
                .isLessThan(answer.body().indexOf("Graph drawing"));
        assertThat(answer.body()).contains("year", "1999", "Ann");
        assertThat(served.get("/api/citations?id=1&id=nobody").status()).isEqualTo(404);
        assertThat(served.get("/api/citations").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Findex%2Ftags.html", "%2Fetc%2Fpasswd", "training.html", "..", "tags%00"})
    void aReportIsReadByItsNameAloneAndNoOtherFile(String name) throws Exception {
        Answer answer = served.get("/reports/" + name);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("root:");
    }

    @Test
    void reportsThatAreThereAreListedAndReadWithoutScripts() throws Exception {
        assertThat(served.get("/api/reports").json().get("reports").size()).isZero();
        Path report = Files.writeString(folder.resolve("index/tags.html"), "<!doctype html><p>Gr\u00f6\u00dfe</p>");
        assertThat(served.get("/api/reports").json().toString()).contains("\"tags\"");
        Answer page = served.get("/reports/tags");
        assertThat(page.type()).startsWith("text/html");
        assertThat(page.body()).contains("Größe");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        Files.delete(report);
    }

    @Test
    void aMapThatWasDrawnIsAnswered() throws Exception {
        assertThat(served.get("/api/map").status()).isEqualTo(404);
        CollectionMap map = new CollectionMap(
                List.of(new CollectionMap.Place("1", "Graph drawing", 0.5f, 0.25f, -1)), List.of(), List.of());
        MapFile.write(folder.resolve("index"), map);
        JsonNode answered = served.get("/api/map").json();
        assertThat(answered.at("/papers/0/x").asDouble()).isEqualTo(0.5);
        assertThat(answered.at("/papers/0/id").asText()).isEqualTo("1");
        Files.delete(folder.resolve("index/map.json"));
    }

    @Test
    void whatIsServedIsDescribed() throws Exception {
        JsonNode index = served.get("/api/index").json();
        assertThat(index.get("collection").asText()).isEqualTo("papers");
        assertThat(index.get("papers").asInt()).isEqualTo(4);
        assertThat(index.get("dimension").asInt()).isEqualTo(64);
    }

    @Test
    void metricsCountRequestsByRoute() throws Exception {
        served.get("/api/papers/1");
        served.get("/api/papers/2");
        String metrics = served.get("/metrics").body();
        assertThat(metrics)
                .contains("scimult_requests", "route=\"/api/papers/{id}\"")
                .doesNotContain("/api/papers/1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"on\": \"search\", \"answer\": \"1\", \"useful\": true}|400|'query' is missing",
                "{\"on\": \"cite\", \"query\": \"x\", \"answer\": \"1\", \"useful\": true}|400|'paper' is missing",
                "{\"on\": \"cite\", \"paper\": \"nobody\", \"answer\": \"1\", \"useful\": true}|404|no paper 'nobody'",
                "{\"on\": \"cite\", \"paper\": \"1\", \"answer\": \"nobody\", \"useful\": true}|404|no paper 'nobody'",
                "{\"on\": \"tag\", \"paper\": \"1\", \"answer\": \"1\", \"useful\": true}|404|no label '1'",
                "{\"on\": \"search\", \"query\": \"x\", \"answer\": \"1\"}|400|'useful' is missing",
                "{\"on\": \"search\", \"query\": \"x\", \"answer\": \"1\", \"useful\": 5}|400|'useful'"
            })
    void feedbackOnWhatIsNotThereIsRefused(String body, int status, String said) throws Exception {
        Answer answer = served.put("/api/feedback", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("detail").asText()).contains(said);
        assertThat(served.get("/api/feedback").json().get("judgements").size()).isZero();
    }
}
