package io.github.scimult.search.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as people and programs read them: what was found, why, and what it shares with the paper that was asked about. */
class ResultReaderTest {
    @TempDir
    private static Path folder;

    private static LiteratureIndex index;

    @BeforeAll
    static void build() throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            writer.add(paper("1", "Graph drawing", 1999, List.of("8", "9")));
            writer.add(paper("2", "Tree drawing", null, List.of("9", "7")));
            writer.add(new Paper("3", "", "Layouts without a title."));
            writer.add(new Label("g", "graphs", ""));
            writer.add(new Label("t", "trees", ""));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("1", "g", 1));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("2", "g", 1));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("2", "t", 1));
            writer.commit();
        }
        try (LiteratureCollection opened = LiteratureCollection.open(papers)) {
            new IndexBuilder(opened, new WordCountEncoder(), (done, total) -> {})
                    .build(folder.resolve("index"), "m", "f", () -> false);
        }
        index = LiteratureIndex.open(folder.resolve("index"), new WordCountEncoder(), "f");
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static Paper paper(String id, String title, Integer year, List<String> references) {
        return new Paper(
                id, title, "Layouts.", new PaperMetadata(year, "GD", List.of("Ann", "Bob"), references, Map.of()));
    }

    private static IndexedPaper stored(String id) throws IOException {
        return index.paper(id).orElseThrow();
    }

    private static SearchHit byVectors(IndexedPaper paper, int rank, float score) {
        return new SearchHit(paper, score, SearchHit.Side.UNKNOWN, new SearchHit.Side(rank, score), 0);
    }

    private static PaperResults found(String query, Optional<IndexedPaper> asked) throws IOException {
        List<SearchHit> hits = index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of(query)));
        return new ResultReader(index).results(hits, query, asked);
    }

    @Test
    void aSummaryHasWhatTheIndexHolds() throws IOException {
        PaperSummary summary = new ResultReader(index).summary(stored("1"));
        assertThat(summary.title()).isEqualTo("Graph drawing");
        assertThat(summary.authors()).containsExactly("Ann", "Bob");
        assertThat(summary.venue()).isEqualTo("GD");
        assertThat(summary.year()).hasValue(1999);
        assertThat(summary.labels()).containsExactly(new LabelName("g", "graphs"));
    }

    @Test
    void whatIsUnknownIsEmpty() throws IOException {
        PaperSummary summary = new ResultReader(index).summary(stored("3"));
        assertThat(summary.title()).isEmpty();
        assertThat(summary.year()).isEmpty();
        assertThat(summary.venue()).isEmpty();
        assertThat(summary.authors()).isEmpty();
        assertThat(summary.labels()).isEmpty();
        assertThat(Json.line(summary)).contains("\"year\":null", "\"abstract\":\"Layouts without a title.\"");
    }

    @Test
    void resultsAreRankedFromOneWithTheirReasons() throws IOException {
        List<PaperResult> results = found("drawing", Optional.empty()).results();
        assertThat(results).extracting(PaperResult::rank).startsWith(1, 2);
        PaperResult first = results.getFirst();
        assertThat(first.why().bm25()).isPresent();
        assertThat(first.why().shared()).isEmpty();
        assertThat(first.matches().title()).hasSize(1);
        assertThat(first.matches().text()).isEmpty();
    }

    @Test
    void aPaperThatBm25DidNotRetrieveHasNoRankByIt() throws IOException {
        SearchHit hit = byVectors(stored("2"), 4, 0.5f);
        PaperResult result = new ResultReader(index)
                .results(List.of(hit), "drawing", Optional.empty())
                .results()
                .getFirst();
        assertThat(result.why().bm25()).isEmpty();
        assertThat(result.why().dense())
                .hasValueSatisfying(rank -> assertThat(rank.rank()).isEqualTo(4));
        assertThat(result.score()).isEqualTo(0.5);
    }

    @Test
    void labelsAndReferencesInCommonAreShared() throws IOException {
        SearchHit hit = byVectors(stored("2"), 1, 1);
        PaperResult.Shared shared = new ResultReader(index)
                .results(List.of(hit), "", Optional.of(stored("1")))
                .results()
                .getFirst()
                .why()
                .shared()
                .orElseThrow();
        assertThat(shared.labels()).containsExactly(new LabelName("g", "graphs"));
        assertThat(shared.references()).containsExactly("9");
    }

    @Test
    void nothingFoundIsNoResults() throws IOException {
        assertThat(new ResultReader(index)
                        .results(List.of(), "x", Optional.empty())
                        .results())
                .isEmpty();
    }
}
