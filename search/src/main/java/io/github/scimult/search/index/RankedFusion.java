package io.github.scimult.search.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * Answers by words and by vectors as one ranking: the evaluation's weighted sum of standardised scores, model + w · BM25, with mean and
 * deviation estimated from what each side has found. What only one side has found counts for the other as its last.
 */
final class RankedFusion {
    private RankedFusion() {}

    /**
     * A document's place and score on both sides.
     *
     * @param document Lucene's number
     * @param score fused
     */
    record Place(int document, double score, int wordRank, float wordScore, int vectorRank, float vectorScore) {}

    /** @param weight of the words' side; 0 for vectors alone, infinity for words alone */
    static List<Place> fuse(ScoreDoc[] words, ScoreDoc[] vectors, double weight) {
        Map<Integer, Integer> wordRanks = ranks(words);
        Map<Integer, Integer> vectorRanks = ranks(vectors);
        Standard ofWords = Standard.of(words);
        Standard ofVectors = Standard.of(vectors);
        Map<Integer, Integer> all = new LinkedHashMap<>(vectorRanks);
        wordRanks.forEach(all::putIfAbsent);
        List<Place> places = new ArrayList<>();
        for (int document : all.keySet()) {
            int wordRank = wordRanks.getOrDefault(document, 0);
            int vectorRank = vectorRanks.getOrDefault(document, 0);
            double word = wordRank == 0 ? ofWords.last() : ofWords.apply(words[wordRank - 1].score);
            double vector = vectorRank == 0 ? ofVectors.last() : ofVectors.apply(vectors[vectorRank - 1].score);
            double score = Double.isInfinite(weight) ? word : vector + weight * word;
            places.add(new Place(
                    document,
                    score,
                    wordRank,
                    wordRank == 0 ? 0 : words[wordRank - 1].score,
                    vectorRank,
                    vectorRank == 0 ? 0 : vectors[vectorRank - 1].score));
        }
        places.sort(Comparator.comparingDouble(Place::score).reversed().thenComparingInt(Place::document));
        return places;
    }

    private static Map<Integer, Integer> ranks(ScoreDoc[] found) {
        Map<Integer, Integer> ranks = new LinkedHashMap<>();
        for (int rank = 0; rank < found.length; rank++) {
            ranks.put(found[rank].doc, rank + 1);
        }
        return new HashMap<>(ranks);
    }

    /** Mean, deviation and the last score of one side, standardised. */
    private record Standard(double mean, double deviation, double last) {
        static Standard of(ScoreDoc[] found) {
            double sum = 0;
            for (ScoreDoc one : found) {
                sum += one.score;
            }
            double mean = found.length == 0 ? 0 : sum / found.length;
            double squares = 0;
            for (ScoreDoc one : found) {
                squares += (one.score - mean) * (one.score - mean);
            }
            double deviation = found.length == 0 ? 0 : Math.sqrt(squares / found.length);
            double last = found.length == 0 || deviation == 0 ? 0 : (found[found.length - 1].score - mean) / deviation;
            return new Standard(mean, deviation, last);
        }

        double apply(float score) {
            return deviation == 0 ? 0 : (score - mean) / deviation;
        }
    }
}
