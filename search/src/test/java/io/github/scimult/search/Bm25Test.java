package io.github.scimult.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.retrieval.LexicalScorer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

class Bm25Test {
    private static final List<String> TEXTS = List.of(
            "Attention is all you need. The dominant sequence models use recurrence.",
            "",
            "Recurrent networks for sequences of words; networks that remember.",
            "A map of the protein universe");

    @Test
    void theScoreIsThatOfTheFormula() {
        try (LexicalScorer scorer = Bm25Indexer.LUCENE.index(3, List.of("cat", "cat dog dog", "bird bird")::get)) {
            float[] scores = new float[3];
            scorer.score("dog cat dog", scores);

            double mean = 2; // words a text
            double idfOfCat = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
            double idfOfDog = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5));
            assertThat((double) scores[0]).isCloseTo(idfOfCat * part(1, 1, mean), within(1e-6));
            assertThat((double) scores[1])
                    .isCloseTo(idfOfCat * part(1, 3, mean) + 2 * idfOfDog * part(2, 3, mean), within(1e-6));
            assertThat(scores[2]).isZero();
        }
    }

    private static double part(int occurrences, int length, double meanLength) {
        return occurrences / (occurrences + 1.2 * (1 - 0.75 + 0.75 * length / meanLength));
    }

    @Test
    void scoresAreThoseOfLucenesOwnQuery() throws IOException {
        Random random = new Random(5);
        List<String> texts = IntStream.range(0, 700)
                .mapToObj(row -> words(random, 1 + random.nextInt(90)))
                .toList();
        try (LexicalScorer scorer = Bm25Indexer.ANSERINI.index(texts.size(), texts::get)) {
            for (int round = 0; round < 20; round++) {
                String query = words(random, 1 + random.nextInt(120));
                float[] scores = new float[texts.size()];
                scorer.score(query, scores);

                assertThat(scores).containsExactly(lucene((Bm25Scorer) scorer, query, texts.size()), within(1e-5f));
            }
        }
    }

    private static float[] lucene(Bm25Scorer scorer, String text, int size) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String word : text.split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        counts.forEach((word, count) -> builder.add(
                new BoostQuery(new TermQuery(new Term(Bm25Indexer.FIELD, word)), count), BooleanClause.Occur.SHOULD));
        float[] scores = new float[size];
        try (DirectoryReader reader = DirectoryReader.open(scorer.directory())) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(Bm25Indexer.ANSERINI.similarity());
            for (ScoreDoc hit : searcher.search(builder.build(), size).scoreDocs) {
                scores[hit.doc] = hit.score;
            }
        }
        return scores;
    }

    /** Words that the analyzer leaves as they are. */
    private static String words(Random random, int count) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(i -> "w" + (int) Math.abs(random.nextGaussian() * 60))
                        .toList());
    }

    @Test
    void wordsMatchByTheirStemAndStopWordsNotAtAll() {
        try (LexicalScorer scorer = Bm25Indexer.ANSERINI.index(TEXTS.size(), TEXTS::get)) {
            float[] scores = new float[TEXTS.size()];

            scorer.score("the network of Sequences", scores);

            assertThat(scores[0]).isPositive();
            assertThat(scores[1]).isZero();
            assertThat(scores[2]).isGreaterThan(scores[0]);
            assertThat(scores[3]).isZero();
        }
    }

    @Test
    void textsWithoutAWordScoreNothing() {
        try (LexicalScorer scorer = Bm25Indexer.ANSERINI.index(2, row -> "")) {
            float[] scores = {1, 1};

            scorer.score("anything", scores);

            assertThat(scorer.size()).isEqualTo(2);
            assertThat(scores).containsExactly(0, 0);
        }
    }

    @Test
    void manyThreadsGetTheScoresOfOne() {
        Random random = new Random(6);
        List<String> texts =
                IntStream.range(0, 300).mapToObj(row -> words(random, 40)).toList();
        try (LexicalScorer scorer = Bm25Indexer.ANSERINI.index(texts.size(), texts::get)) {
            List<float[]> parallel =
                    texts.parallelStream().map(text -> scores(scorer, text)).toList();

            for (int row = 0; row < texts.size(); row++) {
                assertThat(parallel.get(row)).isEqualTo(scores(scorer, texts.get(row)));
            }
        }
    }

    private static float[] scores(LexicalScorer scorer, String text) {
        float[] scores = new float[scorer.size()];
        scorer.score(text, scores);
        return scores;
    }

    @Test
    void parametersOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Bm25Indexer(-1, 0.5f)).hasMessageContaining("k1 is at least 0, not -1");
        assertThatThrownBy(() -> new Bm25Indexer(1, 2)).hasMessageContaining("b lies between 0 and 1, not at 2");
    }
}
