package io.github.scimult.encoder.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Divides texts so that every worker has about as much to do, with texts of all lengths. */
public final class WorkerShares {
    private WorkerShares() {}

    /** For each worker the rows of its texts: the longest text not yet given goes to the worker with the fewest tokens. */
    public static List<int[]> of(int[][] texts, int workers) {
        List<List<Integer>> rows = new ArrayList<>();
        IntStream.range(0, workers).forEach(worker -> rows.add(new ArrayList<>()));
        long[] tokens = new long[workers];
        for (int row : PackedBatch.byLengthDescending(texts)) {
            int worker = leastLoaded(tokens);
            rows.get(worker).add(row);
            tokens[worker] += texts[row].length;
        }
        return rows.stream()
                .map(share -> share.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static int leastLoaded(long[] tokens) {
        int least = 0;
        for (int worker = 1; worker < tokens.length; worker++) {
            least = tokens[worker] < tokens[least] ? worker : least;
        }
        return least;
    }
}
