package io.github.scimult.search.index;

import io.github.scimult.core.retrieval.ZScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * Answers by words and by vectors as one ranking: the evaluation's weighted sum of standardised scores, model + w · BM25, with mean and
 * deviation estimated from what each side has found. What only one side has found counts for the other as its last.
 */
final class HybridFusion {
    private HybridFusion() {}

    /**
     * A document's place and score on both sides.
     *
     * @param document Lucene's number
     * @param score fused
     */
    record Place(int document, double score, int bm25Rank, float bm25Score, int denseRank, float denseScore) {}

    /** k of reciprocal rank fusion: Cormack, Clarke and Büttcher, 2009. */
    private static final int RANK_CONSTANT = 60;

    /** What a document's scores or ranks on both sides make together. */
    private interface Rule {
        double score(double word, int bm25Rank, double vector, int denseRank);
    }

    /** By places alone: 1 / (60 + rank) of both sides, as far as they have found it. */
    static List<Place> byRanks(ScoreDoc[] words, ScoreDoc[] vectors) {
        return fuse(
                words, vectors, (word, bm25Rank, vector, denseRank) -> reciprocal(bm25Rank) + reciprocal(denseRank));
    }

    private static double reciprocal(int rank) {
        return rank == 0 ? 0 : 1.0 / (RANK_CONSTANT + rank);
    }

    /** @param weight of the words' side; 0 for vectors alone, infinity for words alone */
    static List<Place> byScores(ScoreDoc[] words, ScoreDoc[] vectors, double weight) {
        return fuse(
                words,
                vectors,
                (word, bm25Rank, vector, denseRank) -> Double.isInfinite(weight) ? word : vector + weight * word);
    }

    private static List<Place> fuse(ScoreDoc[] words, ScoreDoc[] vectors, Rule rule) {
        Map<Integer, Integer> wordRanks = ranks(words);
        Map<Integer, Integer> vectorRanks = ranks(vectors);
        ZScore ofWords = standard(words);
        ZScore ofVectors = standard(vectors);
        Map<Integer, Integer> all = new LinkedHashMap<>(vectorRanks);
        wordRanks.forEach(all::putIfAbsent);
        List<Place> places = new ArrayList<>();
        for (int document : all.keySet()) {
            int bm25Rank = wordRanks.getOrDefault(document, 0);
            int denseRank = vectorRanks.getOrDefault(document, 0);
            double word = score(ofWords, words, bm25Rank);
            double vector = score(ofVectors, vectors, denseRank);
            double score = rule.score(word, bm25Rank, vector, denseRank);
            places.add(new Place(
                    document,
                    score,
                    bm25Rank,
                    bm25Rank == 0 ? 0 : words[bm25Rank - 1].score,
                    denseRank,
                    denseRank == 0 ? 0 : vectors[denseRank - 1].score));
        }
        places.sort(Comparator.comparingDouble(Place::score).reversed().thenComparingInt(Place::document));
        return places;
    }

    private static Map<Integer, Integer> ranks(ScoreDoc[] found) {
        Map<Integer, Integer> ranks = new LinkedHashMap<>();
        for (int rank = 0; rank < found.length; rank++) {
            ranks.put(found[rank].doc, rank + 1);
        }
        return ranks;
    }

    private static ZScore standard(ScoreDoc[] found) {
        float[] scores = new float[found.length];
        for (int rank = 0; rank < found.length; rank++) {
            scores[rank] = found[rank].score;
        }
        return ZScore.of(scores);
    }

    /** The standardised score of a place, from 1; for 0, what was not found, that of the last. */
    private static double score(ZScore standard, ScoreDoc[] found, int rank) {
        return found.length == 0 ? 0 : standard.apply(found[(rank == 0 ? found.length : rank) - 1].score);
    }
}
