package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.retrieval.LexicalScorer;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.Bm25Indexer;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An index ranks by the very scores that an evaluation of the same texts has: its BM25, its vectors, its fusion. Only a word that hardly
 * any paper has counts for more in a search.
 */
class ServedFusionTest {
    private static final int PAPERS = 60;
    private static final TextEncoder ENCODER = new WordCountEncoder();
    private static final List<String> WORDS =
            List.of("graphs", "layouts", "trials", "models", "methods", "data", "networks", "studies", "lemurs");

    @TempDir
    private Path folder;

    private static Paper paper(int number) {
        SplittableRandom random = new SplittableRandom(number);
        List<String> words = new ArrayList<>();
        IntStream.range(0, 5 + random.nextInt(20)).forEach(_ -> words.add(WORDS.get(random.nextInt(WORDS.size()))));
        return new Paper("p" + number, WORDS.get(number % WORDS.size()) + " " + number, String.join(" ", words));
    }

    private static double[] evaluated(List<Paper> papers, SegmentedText query, double weight) {
        float[] asked = Similarity.unit(ENCODER.encode(List.of(query), Task.SEARCH)[0]);
        float[] dense = new float[PAPERS];
        for (int row = 0; row < PAPERS; row++) {
            float[] own = Similarity.unit(ENCODER.encode(List.of(papers.get(row).segments()), Task.SEARCH)[0]);
            for (int i = 0; i < own.length; i++) {
                dense[row] += own[i] * asked[i];
            }
        }
        float[] lexical = new float[PAPERS];
        try (LexicalScorer scorer = Bm25Indexer.LUCENE.index(
                PAPERS, row -> papers.get(row).segments().plain())) {
            scorer.score(query.plain(), lexical);
        }
        return Fusion.weightedSum(weight)
                .fuse(dense, lexical, IntStream.range(0, PAPERS).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "graphs of networks, 0.4",
        "lemurs, 0.4",
        "trials trials and data of studies, 0.4",
        "models of layouts, 1.5",
        "layouts, 0",
        "unknown words of methods, 0.4"
    })
    void theScoresOfAnIndexAreThoseOfTheEvaluation(String words, double weight) throws IOException {
        List<Paper> papers =
                IntStream.range(0, PAPERS).mapToObj(ServedFusionTest::paper).toList();
        SegmentedText query = SegmentedText.query(words);
        double[] evaluated = evaluated(papers, query, weight);
        try (LiteratureIndex index = IndexFixture.of(folder, papers)) {
            List<SearchHit> hits = index.papers(
                    PaperQuery.of(Task.SEARCH, query).bm25Weight(weight).limit(PAPERS));
            assertThat(hits).hasSizeGreaterThan(PAPERS / 2);
            for (SearchHit hit : hits) {
                int row = Integer.parseInt(hit.paper().id().substring(1));
                assertThat(hit.score()).as(hit.paper().id()).isCloseTo(evaluated[row], within(1e-6));
            }
        }
    }
}
