package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers and labels that are put, replaced, read and deleted over HTTP. */
class RecordRoutesTest {
    @TempDir
    private Path folder;

    private ServedFixture served;

    @BeforeEach
    void start() throws IOException {
        Limits limits = new Limits(1 << 16, 3, 200, 100, 500, 16);
        served = ServedFixture.start(folder, Set.of(), limits, new WordCountEncoder());
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode paper(String id) throws Exception {
        Answer answer = served.get("/api/papers/" + encoded(id));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private int papers() throws Exception {
        return served.get("/api/index").json().get("papers").asInt();
    }

    @Test
    void severalPapersArePutAtOnceAndCounted() throws Exception {
        Answer answer = served.put(
                "/api/papers", "[{\"_id\": \"a\", \"title\": \"Knots\"}, {\"_id\": \"b\", \"title\": \"Braids\"}]");
        assertThat(answer.json().toString()).isEqualTo("{\"put\":2}");
        assertThat(papers()).isEqualTo(6);
        assertThat(paper("b").toString()).contains("\"title\":\"Braids\"");
    }

    @Test
    void aPaperOfTheSameIdReplacesTheOneBefore() throws Exception {
        served.put("/api/papers", "{\"_id\": \"1\", \"title\": \"Knitting\", \"text\": \"Wool.\"}");
        assertThat(papers()).isEqualTo(4);
        assertThat(paper("1").toString()).contains("Knitting").doesNotContain("Graph drawing");
    }

    @Test
    void oneWrongPaperKeepsTheWholeListOut() throws Exception {
        Answer answer = served.put("/api/papers", "[{\"_id\": \"a\", \"title\": \"Knots\"}, {\"title\": \"no id\"}]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("_id");
        assertThat(papers()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|between 1 and 3 records at once, not 0",
                "[{\"_id\":\"a\"},{\"_id\":\"b\"},{\"_id\":\"c\"},{\"_id\":\"d\"}]|not 4",
                "{\"_id\": \"\", \"title\": \"x\"}|_id",
                "{\"_id\": [5], \"title\": \"x\"}|_id",
                "\"a paper\"|object",
                "{\"_id\": \"a\", \"title\": [\"x\"]}|title",
                "{\"_id\": \"a\", \"title\": \"x\", \"_id\": \"b\"}|_id",
                "{\"_id\": \"a\", |no JSON at line 1",
                "''|the body is empty"
            })
    void whatIsNoPaperIsRefusedWithTheReason(String body, String said) throws Exception {
        Answer answer = served.put("/api/papers", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(said);
        assertThat(papers()).isEqualTo(4);
    }

    private static String list(int items, String item) {
        return "[" + String.join(",", Collections.nCopies(items, item)) + "]";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "papers|{'_id': 'a', 'metadata': {'references': LIST}}|'metadata.references' has 101 values; at most 100",
                "papers|{'_id': 'a', 'metadata': {'authors': LIST}}|'metadata.authors' has 101 values",
                "papers|[{'_id': 'a'}, {'_id': 'b', 'metadata': {'other': LIST}}]|record 1: 'metadata.other' has 101",
                "papers|{'_id': 'LONG', 'title': 'a'}|'_id' has 10001 characters; at most 10000 are read",
                "papers|{'_id': 'a', 'metadata': {'doi': 'LONG'}}|'metadata.doi' has 10001 characters",
                "papers|{'_id': 'a', 'metadata': {'references': ['b', 'LONG']}}|'metadata.references[1]' has 10001",
                "papers|{'_id': 'a', 'title': 'LONG'}|'title' has 10001 characters; at most 200",
                "labels|{'_id': 'a', 'name': 'a', 'synonyms': LIST}|'synonyms' has 101 values",
                "labels|{'_id': 'a', 'name': 'a', 'parents': LIST}|'parents' has 101 values",
                "labels|{'_id': 'a', 'name': 'LONG'}|'name' has 10001 characters; at most 200",
            })
    void aValueOrListThatIsTooLongIsRefusedByItsName(String kind, String body, String said) throws Exception {
        String json =
                body.replace('\'', '"').replace("LIST", list(101, "\"x\"")).replace("LONG", "x".repeat(10_001));
        Answer answer = served.put("/api/" + kind, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(said);
        assertThat(papers()).isEqualTo(4);
    }

    @Test
    void aPapersReferencesAreFoundInTheirOrderHoweverManyThereAre() throws Exception {
        served.put(
                "/api/papers",
                "{\"_id\": \"many\", \"title\": \"Survey\", \"metadata\": {\"references\": [\"3\", \"nowhere\", \"1\", \"4\"]}}");
        JsonNode paper = paper("many");
        assertThat(paper.get("cites").findValuesAsText("id")).containsExactly("3", "1", "4");
        assertThat(paper.get("citesElsewhere").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1000/182", "a b", "größe", "数据", "100%", "a?b#c", "a+b", "..", "\"quoted\"", "a&b=c"})
    void anIdOfAnyCharactersIsPutReadAndDeleted(String id) throws Exception {
        String json = new ObjectMapper().writeValueAsString(id);
        assertThat(served.put("/api/papers", "{\"_id\": " + json + ", \"title\": \"Odd ids\"}")
                        .status())
                .isEqualTo(200);
        assertThat(paper(id).get("id").asText()).isEqualTo(id);
        assertThat(served.delete("/api/papers/" + encoded(id)).status()).isEqualTo(200);
        assertThat(served.get("/api/papers/" + encoded(id)).status()).isEqualTo(404);
    }

    @Test
    void anIdThatIsANumberIsItsText() throws Exception {
        served.put("/api/papers", "{\"_id\": 5, \"title\": \"Five\"}");
        assertThat(paper("5").get("title").asText()).isEqualTo("Five");
    }

    @Test
    void aYearThatIsNoneIsUnknown() throws Exception {
        served.put("/api/papers", "{\"_id\": \"y\", \"title\": \"x\", \"metadata\": {\"year\": \"last\"}}");
        assertThat(paper("y").get("year").isNull()).isTrue();
    }

    @Test
    void aPaperIsDeletedOnce() throws Exception {
        assertThat(served.delete("/api/papers/2").json().toString()).isEqualTo("{\"deleted\":\"2\"}");
        Answer again = served.delete("/api/papers/2");
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("there is no paper '2'");
        assertThat(papers()).isEqualTo(3);
    }

    @Test
    void whatCitesADeletedPaperCountsItAsElsewhere() throws Exception {
        assertThat(paper("4").get("cites").size()).isEqualTo(1);
        assertThat(paper("4").get("citesElsewhere").asInt()).isEqualTo(1);
        served.delete("/api/papers/1");
        assertThat(paper("4").get("cites").size()).isZero();
        assertThat(paper("4").get("citesElsewhere").asInt()).isEqualTo(2);
    }

    @Test
    void labelsArePutReplacedAndListed() throws Exception {
        served.put("/api/labels", "{\"_id\": \"k\", \"name\": \"knots\", \"parents\": [\"g\"]}");
        served.put("/api/labels", "{\"_id\": \"k\", \"name\": \"knots and braids\"}");
        List<String> names = new ArrayList<>();
        served.get("/api/labels")
                .json()
                .get("labels")
                .forEach(label -> names.add(label.get("name").asText()));
        assertThat(names).containsExactlyInAnyOrder("graphs", "texts", "knots and braids");
    }

    @Test
    void aLabelWithoutANameIsRefused() throws Exception {
        Answer answer = served.put("/api/labels", "{\"_id\": \"k\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("name");
    }

    @Test
    void textsKeepEveryCharacter() throws Exception {
        String title = "Größe & x<y 数据 😀 \\\\ \\\"x\\\"";
        served.put("/api/papers", "{\"_id\": \"u\", \"title\": \"" + title + "\", \"text\": \"a\\nb\\tc\"}");
        JsonNode read = paper("u");
        assertThat(read.get("title").asText()).isEqualTo("Größe & x<y 数据 😀 \\ \"x\"");
        assertThat(read.get("abstract").asText()).isEqualTo("a\nb\tc");
    }
}
