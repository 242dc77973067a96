package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import java.util.BitSet;

/** The ranking with some candidates put before all others, each group in its own order (SciMult, section 4.1). */
public final class LabelNameBoost {
    private LabelNameBoost() {}

    /**
     * Puts candidates first.
     *
     * @param ranking the ranking without
     * @param scores (candidates) the scores it was made of
     * @param places (candidates): which of two equal scores comes first
     * @param first rows to put first, whether they are in the ranking or not
     * @param depth the length of the result at most
     * @return rows with the scores they had
     */
    public static Ranking rank(Ranking ranking, float[] scores, int[] places, int[] first, int depth) {
        if (first.length == 0) {
            return ranking;
        }
        Ranking head = rankFirst(scores, places, first, depth);
        BitSet taken = new BitSet(scores.length);
        int length = head.size();
        int[] rows = new int[Math.min(depth, length + ranking.size())];
        float[] values = new float[rows.length];
        for (int rank = 0; rank < length; rank++) {
            taken.set(head.rows()[rank]);
            rows[rank] = head.rows()[rank];
            values[rank] = head.scores()[rank];
        }
        for (int rank = 0; rank < ranking.size() && length < rows.length; rank++) {
            if (!taken.get(ranking.rows()[rank])) {
                rows[length] = ranking.rows()[rank];
                values[length++] = ranking.scores()[rank];
            }
        }
        return new Ranking(rows, values).first(length);
    }

    private static Ranking rankFirst(float[] scores, int[] places, int[] first, int depth) {
        float[] theirScores = new float[first.length];
        int[] theirPlaces = new int[first.length];
        for (int i = 0; i < first.length; i++) {
            theirScores[i] = scores[first[i]];
            theirPlaces[i] = places[first[i]];
        }
        Ranking ranked = TopK.of(theirScores, theirPlaces, depth);
        int[] rows = new int[ranked.size()];
        for (int rank = 0; rank < rows.length; rank++) {
            rows[rank] = first[ranked.rows()[rank]];
        }
        return new Ranking(rows, ranked.scores());
    }
}
