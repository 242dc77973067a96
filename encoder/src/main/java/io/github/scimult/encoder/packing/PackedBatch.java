package io.github.scimult.encoder.packing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts of different lengths as one row of T tokens. Sequences stand in groups of (nearly) equal length, longest first;
 * within a group the few shorter ones are padded, and the padding is masked. All but attention runs on the row.
 *
 * @param sequences token ids of each text, in the caller's order
 * @param order order[k] = the caller's index of the k-th packed sequence
 * @param groups the rectangles, in the row's order
 */
public record PackedBatch(int[][] sequences, int[] order, List<SequenceGroup> groups) {
    /** What starting one more group costs, in tokens that could have been computed instead. */
    private static final int GROUP_COST_TOKENS = 64;

    /** Beyond this many sequences the cheapest division is searched for among bounded group sizes only. */
    private static final int MOST_SEQUENCES_IN_GROUP = 512;

    /** Divides the texts so that padding and the number of groups together cost least. */
    public static PackedBatch of(int[][] sequences) {
        int[] order = byLengthDescending(sequences);
        return new PackedBatch(sequences, order, cheapestGroups(sequences, order, GROUP_COST_TOKENS));
    }

    /** One rectangle as wide as the longest text: the plain padded batch. */
    public static PackedBatch padded(int[][] sequences) {
        int[] order = byLengthDescending(sequences);
        return new PackedBatch(sequences, order, List.of(group(sequences, order, 0, order.length)));
    }

    /** Groups of exactly equal length: no padding at all. */
    public static PackedBatch unpadded(int[][] sequences) {
        int[] order = byLengthDescending(sequences);
        List<SequenceGroup> groups = new java.util.ArrayList<>();
        int start = 0;
        for (int end = 1; end <= order.length; end++) {
            if (end == order.length || sequences[order[end]].length != sequences[order[start]].length) {
                groups.add(group(sequences, order, start, end));
                start = end;
            }
        }
        return new PackedBatch(sequences, order, groups);
    }

    public PackedBatch {
        if (sequences.length == 0) {
            throw new IllegalArgumentException("a batch needs at least one text");
        }
        groups = List.copyOf(groups);
        long rows = groups.stream()
                .mapToLong(group -> (long) group.sequences() * group.length())
                .sum();
        if (rows > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%,d texts of %,d tokens, padding included, are more than go through the encoder at once (%,d tokens): give it fewer texts at a time"
                            .formatted(sequences.length, rows, Integer.MAX_VALUE));
        }
    }

    /** T: tokens of the row, padding included. */
    public int rows() {
        return groups.stream().mapToInt(SequenceGroup::rows).sum();
    }

    /** Tokens of the texts themselves. */
    public int tokens() {
        return Arrays.stream(sequences).mapToInt(ids -> ids.length).sum();
    }

    /** The rows, the longest text first; texts of equal length in their own order. */
    static int[] byLengthDescending(int[][] sequences) {
        return IntStream.range(0, sequences.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> sequences[i].length)
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static SequenceGroup group(int[][] sequences, int[] order, int start, int end) {
        int longest = sequences[order[start]].length;
        int shortest = sequences[order[end - 1]].length;
        return new SequenceGroup(end - start, longest, shortest < longest);
    }

    /** Shortest path over the cut points of the sorted sequences; the edge (a, b) is the group of a … b−1. */
    private static List<SequenceGroup> cheapestGroups(int[][] sequences, int[] order, int groupCost) {
        int count = order.length;
        long[] cost = new long[count + 1];
        int[] previous = new int[count + 1];
        for (int end = 1; end <= count; end++) {
            cost[end] = Long.MAX_VALUE;
            for (int start = Math.max(0, end - MOST_SEQUENCES_IN_GROUP); start < end; start++) {
                long rows = (long) sequences[order[start]].length * (end - start);
                long total = cost[start] + rows + groupCost;
                if (total < cost[end]) {
                    cost[end] = total;
                    previous[end] = start;
                }
            }
        }
        ArrayDeque<SequenceGroup> groups = new ArrayDeque<>();
        for (int end = count; end > 0; end = previous[end]) {
            groups.addFirst(group(sequences, order, previous[end], end));
        }
        return List.copyOf(groups);
    }
}
