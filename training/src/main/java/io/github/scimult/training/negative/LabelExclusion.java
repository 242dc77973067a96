package io.github.scimult.training.negative;

import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Label;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Labels that are no negatives of a paper: those it carries, and all above them in the hierarchy. */
final class LabelExclusion {
    private final int[][] ancestors;

    LabelExclusion(RecordStore<Label> labels) {
        int[][] parents = new int[labels.size()][];
        for (int row = 0; row < parents.length; row++) {
            parents[row] = labels.get(row).parents().stream()
                    .mapToInt(labels::row)
                    .filter(parent -> parent >= 0)
                    .toArray();
        }
        ancestors = new int[parents.length][];
        for (int row = 0; row < parents.length; row++) {
            ancestors[row] = above(row, parents);
        }
    }

    /** Ascending; a hierarchy that runs in a circle ends the walk where it began. */
    private static int[] above(int row, int[][] parents) {
        java.util.BitSet seen = new java.util.BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(row);
        while (!open.isEmpty()) {
            for (int parent : parents[open.poll()]) {
                if (!seen.get(parent)) {
                    seen.set(parent);
                    open.add(parent);
                }
            }
        }
        return seen.stream().toArray();
    }

    /** @param carried labels of the paper, ascending */
    boolean excludes(int[] carried, int label) {
        if (Arrays.binarySearch(carried, label) >= 0) {
            return true;
        }
        for (int gold : carried) {
            if (Arrays.binarySearch(ancestors[gold], label) >= 0) {
                return true;
            }
        }
        return false;
    }
}
