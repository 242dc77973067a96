package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.server.ServedFixture.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking through papers: pages, orders, totals, facets, completed names, labels, and what a paper's metadata say. */
class BrowseRoutesTest {
    @TempDir
    private static Path folder;

    private static ServedFixture served;

    @BeforeAll
    static void start() throws Exception {
        served = ServedFixture.start(folder);
        put("/api/papers", """
                [{"_id": "5", "title": "Forests", "text": "Of trees.", "metadata": {"year": 2004, "venue": "Ecology",
                  "authors": ["Jörg Müller", "Ann Lee"], "references": ["1", "2"], "doi": "https://doi.org/10.1234/Ab.5",
                  "url": "https://example.org/5.pdf", "language": "en", "pages": {"first": 1}}},
                 {"_id": "6", "title": "Groves", "text": "", "metadata": {"authors": ["Ann Lee Smith"], "references": ["1"],
                  "doi": "unknown", "url": "javascript:alert(1)"}}]""");
        put("/api/labels", """
                [{"_id": "g", "name": "graphs", "definition": "things with edges", "parents": ["m"]},
                 {"_id": "m", "name": "mathematics", "synonyms": ["Zahlenkünste"], "parents": ["gone"]}]""");
    }

    private static void put(String path, String body) throws Exception {
        assertThat(served.put(path, body).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    private static JsonNode json(String path) throws Exception {
        Answer answer = served.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String ids(JsonNode results) {
        List<String> ids = new ArrayList<>();
        results.get("results").forEach(one -> ids.add(one.at("/paper/id").asText()));
        return String.join(",", ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=newest|4,3,5,2,1,6|6",
                "sort=oldest|1,2,5,3,4,6|6",
                "sort=most-cited|1,2,4,3,5,6|6",
                "label=g|1|1",
                "venue=GD&sort=oldest|1,2,3,4|4",
                "author=Lee|5,6|2",
                "author=%22Ann+Lee%22|5|1",
                "from=2004&to=2010|3,5|2",
                "q=&venue=Ecology|5|1",
                "venue=nowhere|''|0"
            })
    void withoutWordsAllPapersThatMeetTheDemandsAreResultsInTheOrderAskedFor(String query, String ids, int total)
            throws Exception {
        JsonNode results = json("/api/search?" + query);
        assertThat(ids(results)).isEqualTo(ids);
        assertThat(results.get("total").asInt()).isEqualTo(total);
        assertThat(results.get("ranked").asBoolean()).isFalse();
    }

    @Test
    void pagesFollowEachOtherWithoutGapAndTheLastSaysSo() throws Exception {
        JsonNode first = json("/api/search?sort=newest&top=4");
        JsonNode second = json("/api/search?sort=newest&top=4&offset=4");
        assertThat(ids(first) + " " + ids(second)).isEqualTo("4,3,5,2 1,6");
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(second.get("more").asBoolean()).isFalse();
        assertThat(second.at("/results/0/rank").asInt()).isEqualTo(5);
        assertThat(ids(json("/api/search?sort=newest&offset=6"))).isEmpty();
    }

    @Test
    void pagesOfAQueryAreThoseOfTheWhole() throws Exception {
        String whole = ids(json("/api/search?q=drawing+graphs"));
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < 6; offset++) {
            pages.add(ids(json("/api/search?q=drawing+graphs&top=1&offset=" + offset)));
        }
        assertThat(String.join(",", pages)).isEqualTo(whole);
    }

    @Test
    void theTotalOfAQueryIsOfPapersThatHaveItsWordsAndAnotherOrderIsOfTheMostRelevant() throws Exception {
        JsonNode results = json("/api/search?q=drawing");
        assertThat(results.get("total").asInt()).isEqualTo(2);
        assertThat(results.get("ranked").asBoolean()).isTrue();
        assertThat(json("/api/search?q=xyzzy").get("total").asInt()).isZero();
        assertThat(ids(json("/api/search?q=drawing&sort=oldest&venue=GD"))).isEqualTo("1,2,3,4");
        assertThat(ids(json("/api/search?q=drawing&sort=newest&venue=GD&top=2&offset=1")))
                .isEqualTo("3,2");
    }

    @Test
    void facetsCountWhatTheTotalCounts() throws Exception {
        JsonNode facets = json("/api/search?sort=newest&facets=true").get("facets");
        assertThat(facets.get("years").toString())
                .startsWith("[{\"value\":\"2019\",\"name\":\"2019\",\"papers\":1},{\"value\":\"2010\"");
        assertThat(facets.get("venues").toString())
                .isEqualTo("[{\"value\":\"GD\",\"name\":\"GD\",\"papers\":4},"
                        + "{\"value\":\"Ecology\",\"name\":\"Ecology\",\"papers\":1}]");
        assertThat(facets.get("labels").toString()).isEqualTo("[{\"value\":\"g\",\"name\":\"graphs\",\"papers\":1}]");
        assertThat(json("/api/search?q=drawing&facets=true")
                        .at("/facets/authors/0/papers")
                        .asInt())
                .isEqualTo(2);
        assertThat(json("/api/search?q=xyzzy&facets=true").at("/facets/years")).isEmpty();
        assertThat(json("/api/search?q=drawing").get("facets").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field=author&prefix=mull|Jörg Müller",
                "field=author&prefix=lee+a|Ann Lee,Ann Lee Smith",
                "field=author&prefix=|Ann,Ann Lee,Ann Lee Smith,Jörg Müller",
                "field=author&prefix=zz|''",
                "field=author&prefix=%3F!|Ann,Ann Lee,Ann Lee Smith,Jörg Müller",
                "field=venue&prefix=eco|Ecology",
                "field=label&prefix=gr|graphs",
                "field=label&prefix=zahlenku|mathematics",
                "field=label&top=1|texts"
            })
    void namesAreCompletedAsTheyAreTyped(String query, String names) throws Exception {
        List<String> found = new ArrayList<>();
        json("/api/suggest?" + query)
                .get("results")
                .forEach(one -> found.add(one.get("name").asText()));
        assertThat(String.join(",", found)).isEqualTo(names);
    }

    @Test
    void aLabelHasItsPlaceAmongTheOthersAndTheNumberOfItsPapers() throws Exception {
        JsonNode graphs = json("/api/labels/g");
        assertThat(graphs.at("/parents/0/name").asText()).isEqualTo("mathematics");
        assertThat(graphs.get("papers").asInt()).isEqualTo(1);
        JsonNode mathematics = json("/api/labels/m");
        assertThat(mathematics.at("/children/0/id").asText()).isEqualTo("g");
        assertThat(mathematics.get("parents")).isEmpty();
        assertThat(served.get("/api/labels/none").status()).isEqualTo(404);
    }

    @Test
    void aPaperKeepsAllThatItsMetadataSayAndLinksOnlyToWhatCanBeRead() throws Exception {
        JsonNode paper = json("/api/papers/5");
        assertThat(paper.get("doi").asText()).isEqualTo("10.1234/ab.5");
        assertThat(paper.get("url").asText()).isEqualTo("https://example.org/5.pdf");
        assertThat(paper.get("other").toString()).isEqualTo("{\"language\":\"en\",\"pages\":{\"first\":1}}");
        JsonNode other = json("/api/papers/6");
        assertThat(other.get("doi").isNull()).isTrue();
        assertThat(other.get("url").isNull()).isTrue();
        assertThat(other.at("/other/url").asText()).isEqualTo("javascript:alert(1)");
        assertThat(json("/api/papers/1").get("citations").asInt()).isEqualTo(3);
    }

    @Test
    void papersAreWrittenForReferenceManagers() throws Exception {
        assertThat(served.get("/api/citations?id=5").body()).startsWith("@article{Muller2004-5,");
        Answer ris = served.get("/api/citations?id=5&id=6&format=ris");
        assertThat(ris.type()).isEqualTo("application/x-research-info-systems;charset=utf-8");
        assertThat(ris.body()).contains("TI  - Forests\n", "AU  - Jörg Müller\n", "UR  - https://example.org/5.pdf\n");
        Answer csl = served.get("/api/citations?id=5&format=csl-json");
        assertThat(csl.json().at("/0/author/0/family").asText()).isEqualTo("Müller");
        assertThat(csl.json().at("/0/DOI").asText()).isEqualTo("10.1234/Ab.5");
        assertThat(served.get("/api/citations?id=5&format=docx").status()).isEqualTo(400);
    }
}
