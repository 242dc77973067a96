package io.github.scimult.model.merge;

import io.github.scimult.model.nn.Encoder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Whether two encoders have the same weights by name and shape, so that they can be added up. */
final class SameWeights {
    private SameWeights() {}

    /** @throws IllegalArgumentException naming the first weight that only one has, or that has two shapes */
    static void require(Encoder one, Encoder other) {
        Map<String, String> shapes = shapes(one);
        Map<String, String> others = shapes(other);
        for (String name : others.keySet()) {
            if (!others.get(name).equals(shapes.get(name))) {
                throw new IllegalArgumentException(
                        "these encoders cannot be added up: %s is %s in one and %s in another. Merge models of one base and one variant."
                                .formatted(name, shapes.getOrDefault(name, "missing"), others.get(name)));
            }
        }
        if (shapes.size() != others.size()) {
            shapes.keySet().removeAll(others.keySet());
            throw new IllegalArgumentException("these encoders cannot be added up: one of them lacks "
                    + shapes.keySet().iterator().next() + ". Merge models of one base and one variant.");
        }
    }

    private static Map<String, String> shapes(Encoder encoder) {
        Map<String, String> shapes = new TreeMap<>();
        encoder.visit((name, weight) -> shapes.put(name, Arrays.toString(weight.shape())));
        return shapes;
    }
}
