package io.github.scimult.training.pair;

import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Label;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/** What stands above each label in the hierarchy: a paper about breast neoplasms is about neoplasms, too. */
final class LabelAncestors {
    private final int[][] ancestors;

    LabelAncestors(RecordStore<Label> labels) {
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
        BitSet seen = new BitSet();
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

    /** Some labels and all above them. @return rows, ascending, each once */
    int[] withAncestors(int[] labels) {
        BitSet all = new BitSet();
        for (int label : labels) {
            all.set(label);
            Arrays.stream(ancestors[label]).forEach(all::set);
        }
        return all.stream().toArray();
    }
}
