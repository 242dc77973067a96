package io.github.scimult.training.merge;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.architecture.WeightTable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether models can be added up: they have the same weights by name and shape, and these mean the same in both. The second expert of
 * one must not be the third of the other, and weights trained with one instruction serve no other.
 */
public final class MergeCompatibility {
    private MergeCompatibility() {}

    /**
     * @throws IllegalArgumentException naming the first weight that only one has or that has two shapes, or the setting that
     *     they differ in
     */
    static void require(EncoderConfig one, EncoderConfig other) {
        requireWeights(one, other);
        requireSetting("pooling", one.pooling(), other.pooling());
        requireSetting("similarity", one.similarity(), other.similarity());
        requireSetting("experts", one.experts(), other.experts());
        requireSetting("instructions", one.instructions(), other.instructions());
        requireSetting("prompts", one.prompts(), other.prompts());
    }

    /**
     * Whether a model can have started as a base: each of its weights is there in the base by its own name, or as the shared one that it
     * is a copy of.
     *
     * @throws IllegalArgumentException naming the first weight that is not, and the experts of both
     */
    public static void requireStart(EncoderConfig base, EncoderConfig model) {
        WeightTable start = WeightTable.of(base);
        for (Weight weight : WeightTable.of(model).weights()) {
            Weight same = start.get(weight.name());
            Weight from = same == null ? start.get(weight.origin().name()) : same;
            if (from == null || !Arrays.equals(from.shape(), weight.shape())) {
                throw new IllegalArgumentException(
                        "a model with %s cannot begin as a base with %s: for the weight %s the base has %s. Choose the base that the model was trained from, or the same experts."
                                .formatted(
                                        experts(model),
                                        experts(base),
                                        weight.name(),
                                        from == null
                                                ? "none to copy"
                                                : "one of shape " + Arrays.toString(from.shape()) + " in place of "
                                                        + Arrays.toString(weight.shape())));
            }
        }
    }

    private static String experts(EncoderConfig config) {
        ExpertLayout layout = config.experts();
        return layout.isShared()
                ? "no experts"
                : "the experts %s in the attention of blocks %s and the feed-forward of blocks %s"
                        .formatted(layout.experts(), layout.attentionBlocks(), layout.feedForwardBlocks());
    }

    private static void requireSetting(String name, Object one, Object other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException(
                    "these encoders cannot be added up: they differ in %s, %s in one and %s in another. Merge models that were trained with the same %s."
                            .formatted(name, one, other, name));
        }
    }

    private static void requireWeights(EncoderConfig one, EncoderConfig other) {
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

    private static Map<String, String> shapes(EncoderConfig config) {
        Map<String, String> shapes = new TreeMap<>();
        WeightTable.of(config).weights().forEach(weight -> shapes.put(weight.name(), Arrays.toString(weight.shape())));
        return shapes;
    }
}
