package io.github.scimult.evaluation.task;

import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.evaluation.metric.JudgedRanking;
import java.util.Arrays;

/**
 * A query with what was judged for it.
 *
 * @param id in the collection
 * @param row in the collection's papers or queries
 * @param ownCandidate where the query itself stands among the candidates (links), −1 if it does not
 * @param judgedRows judged candidates, ascending
 * @param grades their grades
 */
@SuppressWarnings("ArrayRecordComponent")
public record JudgedQuery(String id, int row, int ownCandidate, int[] judgedRows, int[] grades) {
    /** The ranking as a measure sees it. */
    public JudgedRanking judged(Ranking ranking) {
        int[] retrieved = new int[ranking.size()];
        for (int rank = 0; rank < retrieved.length; rank++) {
            int index = Arrays.binarySearch(judgedRows, ranking.rows()[rank]);
            retrieved[rank] = index < 0 ? JudgedRanking.UNJUDGED : grades[index];
        }
        return new JudgedRanking(retrieved, grades);
    }
}
