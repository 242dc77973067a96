package io.github.scimult.training.negative;

import java.util.Arrays;

/**
 * For each of some rows, others that belong to it, in two arrays: 20 million of them take 80 MB.
 *
 * @param starts (rows + 1) into {@code targets}
 * @param targets row by row, ascending and each once within a row
 */
@SuppressWarnings("ArrayRecordComponent")
record Adjacency(int[] starts, int[] targets) {
    /** @param lists each row's targets, in any order; null where it has none */
    static Adjacency of(int[][] lists) {
        int[] starts = new int[lists.length + 1];
        for (int row = 0; row < lists.length; row++) {
            lists[row] = lists[row] == null
                    ? null
                    : Arrays.stream(lists[row]).sorted().distinct().toArray();
            starts[row + 1] = Math.addExact(starts[row], lists[row] == null ? 0 : lists[row].length);
        }
        int[] targets = new int[starts[lists.length]];
        for (int row = 0; row < lists.length; row++) {
            if (lists[row] != null) {
                System.arraycopy(lists[row], 0, targets, starts[row], lists[row].length);
            }
        }
        return new Adjacency(starts, targets);
    }

    int degree(int row) {
        return starts[row + 1] - starts[row];
    }

    int target(int row, int index) {
        return targets[starts[row] + index];
    }

    boolean contains(int row, int target) {
        return Arrays.binarySearch(targets, starts[row], starts[row + 1], target) >= 0;
    }

    /** From targets to rows. */
    Adjacency reversed(int targetRows) {
        int[] ends = new int[targetRows + 1];
        for (int target : targets) {
            ends[target + 1]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] next = ends.clone();
        int[] sources = new int[targets.length];
        for (int row = 0; row + 1 < starts.length; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                sources[next[targets[i]]++] = row;
            }
        }
        return new Adjacency(ends, sources);
    }
}
