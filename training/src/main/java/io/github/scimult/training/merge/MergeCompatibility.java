package io.github.scimult.training.merge;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.nn.Encoder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether two encoders can be added up: they have the same weights by name and shape, and these mean the same in both. The
 * second expert of one must not be the third of the other, and weights trained with one instruction serve no other.
 */
final class MergeCompatibility {
    private MergeCompatibility() {}

    /**
     * @throws IllegalArgumentException naming the first weight that only one has or that has two shapes, or the setting that
     *     they differ in
     */
    static void require(Encoder one, Encoder other) {
        requireWeights(one, other);
        EncoderConfig first = one.config();
        EncoderConfig second = other.config();
        requireSetting("pooling", first.pooling(), second.pooling());
        requireSetting("similarity", first.similarity(), second.similarity());
        requireSetting("experts", first.experts(), second.experts());
        requireSetting("instructions", first.instructions(), second.instructions());
    }

    private static void requireSetting(String name, Object one, Object other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException(
                    "these encoders cannot be added up: they differ in %s, %s in one and %s in another. Merge models that were trained with the same %s."
                            .formatted(name, one, other, name));
        }
    }

    private static void requireWeights(Encoder one, Encoder other) {
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
