package io.github.scimult.training.negative;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * For each query of some pairs the candidates nearest to it that are not known to be relevant, as something scores them.
 *
 * @param rows (queries) candidate rows, nearest first; empty for a query that was not searched for
 */
@SuppressWarnings("ArrayRecordComponent")
public record MinedHardNegatives(int[][] rows) implements NegativeSource {
    @Override
    public int[] draw(int query, int[] positives, int most, SplittableRandom random) {
        return RandomSample.of(rows[query], most, random);
    }

    /** For how many queries there are some. */
    public long found() {
        return Arrays.stream(rows).filter(some -> some.length > 0).count();
    }

    /** The score from which a margin is measured. */
    public enum Origin {
        /** 0, where it says that two texts have nothing in common: under cosine, and of BM25. */
        ZERO,
        /**
         * The mean of all candidates that are scored: dot products can have an offset in common, of which a share is no measure of how
         * near a positive is.
         */
        MEAN;

        /** That of vectors that are compared so. */
        public static Origin of(Similarity similarity) {
            return similarity == Similarity.COSINE ? ZERO : MEAN;
        }

        private double of(float[] scores) {
            if (this == ZERO) {
                return 0;
            }
            double sum = 0;
            for (float score : scores) {
                sum += score;
            }
            return sum / scores.length;
        }
    }

    /**
     * Guards against false negatives: a candidate that scores nearly as high as what is known to be relevant, or higher, probably is
     * relevant, too, and only was not judged (TopK-PercPos: Moreira et al., "NV-Retriever", 2024).
     *
     * @param pairs whose known candidates are left out, and the query's own paper
     * @param candidates the rows that are scored, ascending
     * @param relativeMargin only those that score less than the mean of the query's positives by more than this part of its distance from
     *     the origin are negatives
     * @param origin where scores are measured from
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Guard(TrainingPairs pairs, int[] candidates, double relativeMargin, Origin origin) {
        /**
         * Takes all others out.
         *
         * @param scores (candidates); negative infinity afterwards for what is no negative
         */
        public void leaveNegatives(int query, float[] scores) {
            double bound = bound(query, scores);
            for (int place = 0; place < scores.length; place++) {
                if (!(scores[place] < bound)) {
                    scores[place] = Float.NEGATIVE_INFINITY;
                }
            }
            for (int row : pairs.known()[query]) {
                leaveOut(row, scores);
            }
            if (pairs.queryKind() == pairs.candidateKind()) {
                leaveOut(pairs.queries()[query], scores);
            }
        }

        private double bound(int query, float[] scores) {
            double mean = IntStream.of(pairs.positives()[query])
                    .map(row -> Arrays.binarySearch(candidates, row))
                    .filter(place -> place >= 0)
                    .mapToDouble(place -> scores[place])
                    .average()
                    .orElse(Double.POSITIVE_INFINITY);
            if (Double.isInfinite(mean)) {
                return mean;
            }
            double zero = origin.of(scores);
            double distance = mean - zero;
            // At least 0 it shrinks by the factor 1 − margin; a distance below 0 would grow by it.
            return zero + (distance >= 0 ? 1 - relativeMargin : 1 + relativeMargin) * distance;
        }

        private void leaveOut(int row, float[] scores) {
            int place = Arrays.binarySearch(candidates, row);
            if (place >= 0) {
                scores[place] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
