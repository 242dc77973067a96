package io.github.scimult.evaluation;

import java.util.List;

/**
 * The queries that a model ranks better and worse than a reference, by the task's primary metric.
 *
 * @param system the model's name
 * @param reference its name
 * @param wonCount on how many queries the model is better
 * @param lostCount on how many it is worse; on all others both are level
 * @param won those with the largest differences, the largest first, at most five
 * @param lost likewise
 */
public record QueriesWonAndLost(
        String system,
        String reference,
        int wonCount,
        int lostCount,
        List<QueryDifference> won,
        List<QueryDifference> lost) {
    public QueriesWonAndLost {
        won = List.copyOf(won);
        lost = List.copyOf(lost);
    }
}
