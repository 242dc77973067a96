package io.github.scimult.core.collection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Brings the pairs of a file, in whatever order, into one run per query. */
final class JudgementGrouping {
    private JudgementGrouping() {}

    static Judgements group(int[] queries, int[] candidates, int[] scores) {
        int[] groupOfPair = new int[queries.length];
        int[] queryRows = numberGroups(queries, groupOfPair);
        int[] starts = new int[queryRows.length + 1];
        for (int group : groupOfPair) {
            starts[group + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);

        // A stable distribution: the pairs of a query keep the file's order.
        int[] next = Arrays.copyOf(starts, queryRows.length);
        int[] candidateRows = new int[queries.length];
        int[] pairScores = new int[queries.length];
        for (int pair = 0; pair < queries.length; pair++) {
            int place = next[groupOfPair[pair]]++;
            candidateRows[place] = candidates[pair];
            pairScores[place] = scores[pair];
        }
        return withoutRepetition(queryRows, starts, candidateRows, pairScores);
    }

    /** Fills in each pair's group, counted by first appearance; returns the query's row of each group. */
    private static int[] numberGroups(int[] queries, int[] groupOfPair) {
        int largest = Arrays.stream(queries).max().orElse(-1);
        int[] groupOfRow = new int[largest + 1];
        Arrays.fill(groupOfRow, -1);
        int[] queryRows = new int[Math.min(queries.length, largest + 1)];
        int groups = 0;
        for (int pair = 0; pair < queries.length; pair++) {
            int row = queries[pair];
            if (groupOfRow[row] < 0) {
                groupOfRow[row] = groups;
                queryRows[groups++] = row;
            }
            groupOfPair[pair] = groupOfRow[row];
        }
        return Arrays.copyOf(queryRows, groups);
    }

    private static Judgements withoutRepetition(int[] queryRows, int[] starts, int[] candidates, int[] scores) {
        int[] keptStarts = new int[starts.length];
        Map<Integer, Integer> placeOfCandidate = new HashMap<>();
        int kept = 0;
        for (int group = 0; group < queryRows.length; group++) {
            placeOfCandidate.clear();
            for (int pair = starts[group]; pair < starts[group + 1]; pair++) {
                Integer earlier = placeOfCandidate.putIfAbsent(candidates[pair], kept);
                int place = earlier == null ? kept++ : earlier;
                candidates[place] = candidates[pair];
                scores[place] = scores[pair];
            }
            keptStarts[group + 1] = kept;
        }
        return Judgements.grouped(queryRows, keptStarts, Arrays.copyOf(candidates, kept), Arrays.copyOf(scores, kept));
    }
}
