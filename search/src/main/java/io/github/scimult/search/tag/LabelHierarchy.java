package io.github.scimult.search.tag;

import io.github.scimult.search.record.IndexedLabel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which labels stand above which.
 *
 * @param labels by their ids
 */
record LabelHierarchy(Map<String, IndexedLabel> labels) {
    /** The share of specific labels' papers that carry a broader one, too, from which on both are suggested side by side. */
    private static final double COMMON = 0.1;

    /** Ids of all labels above a label, itself never among them. */
    Set<String> above(String id) {
        Set<String> found = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(parents(id));
        while (!next.isEmpty()) {
            String parent = next.pop();
            if (found.add(parent)) {
                next.addAll(parents(parent));
            }
        }
        found.remove(id);
        return found;
    }

    /** Ids of the labels right above a label. */
    List<String> parents(String id) {
        IndexedLabel label = labels.get(id);
        return label == null ? List.of() : label.parents();
    }

    /** Whether papers commonly carry a label together with one above it. @param assigned the labels of each paper */
    boolean areCommonlyCombined(List<Set<String>> assigned) {
        int specific = 0;
        int combined = 0;
        for (Set<String> labels : assigned) {
            for (String label : labels) {
                Set<String> above = above(label);
                specific += above.isEmpty() ? 0 : 1;
                combined += above.stream().anyMatch(labels::contains) ? 1 : 0;
            }
        }
        return combined > COMMON * specific;
    }
}
