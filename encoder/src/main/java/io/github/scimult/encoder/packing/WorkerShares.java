package io.github.scimult.encoder.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Divides texts so that every lane has about as much to do, with texts of all lengths. */
public final class WorkerShares {
    private WorkerShares() {}

    /** For each lane the rows of its texts: the longest text not yet given goes to the lane with the fewest tokens. */
    public static List<int[]> of(int[][] texts, int lanes) {
        List<List<Integer>> rows = new ArrayList<>();
        IntStream.range(0, lanes).forEach(lane -> rows.add(new ArrayList<>()));
        long[] tokens = new long[lanes];
        for (int row : PackedBatch.byLengthDescending(texts)) {
            int lane = leastLoaded(tokens);
            rows.get(lane).add(row);
            tokens[lane] += texts[row].length;
        }
        return rows.stream()
                .map(share -> share.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static int leastLoaded(long[] tokens) {
        int least = 0;
        for (int lane = 1; lane < tokens.length; lane++) {
            least = tokens[lane] < tokens[least] ? lane : least;
        }
        return least;
    }
}
