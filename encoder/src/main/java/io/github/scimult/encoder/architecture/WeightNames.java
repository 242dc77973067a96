package io.github.scimult.encoder.architecture;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an architecture calls its layers in Hugging Face's files, without the prefix of models with a head. A name is that of the
 * sub-layer, {@code .experts.E} where the sub-layer is one of several, a dot, and that of the layer.
 *
 * @param subLayers such as {@code encoder.layer.%d.attention}, the number being the block's, from 0
 * @param layers such as {@code output.dense}
 */
public record WeightNames(Map<SubLayer, String> subLayers, Map<Layer, LayerName> layers) {
    private static final String EXPERTS = ".experts.";

    public WeightNames {
        subLayers = Collections.unmodifiableMap(new EnumMap<>(subLayers));
        layers = Collections.unmodifiableMap(new EnumMap<>(layers));
    }

    /**
     * A layer's name below its sub-layer.
     *
     * @param name in memory
     * @param stored in files: the same, or the names of the parts that lie one after the other in memory
     */
    public record LayerName(String name, List<String> stored) {
        public LayerName {
            stored = List.copyOf(stored);
        }
    }

    /** Names being given, sub-layer by sub-layer. */
    public static final class Builder {
        private final Map<SubLayer, String> subLayers = new EnumMap<>(SubLayer.class);
        private final Map<Layer, LayerName> layers = new EnumMap<>(Layer.class);

        public Builder subLayer(SubLayer subLayer, String name) {
            subLayers.put(subLayer, name);
            return this;
        }

        public Builder layer(Layer layer, String name) {
            layers.put(layer, new LayerName(name, List.of(name)));
            return this;
        }

        /** A layer that files hold in parts. */
        public Builder layer(Layer layer, String name, List<String> stored) {
            layers.put(layer, new LayerName(name, stored));
            return this;
        }

        public WeightNames build() {
            return new WeightNames(subLayers, layers);
        }
    }

    /** Names to be given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The name of a shared layer, such as {@code encoder.layer.0.attention.output.dense}. */
    public String of(Layer layer, int block) {
        return below(layer, block, null) + layers.get(layer).name();
    }

    /** The names of a shared layer's parts in files. */
    public List<String> stored(Layer layer, int block) {
        return layers.get(layer).stored().stream()
                .map(below(layer, block, null)::concat)
                .toList();
    }

    /** What stands before a layer's name; {@code expert} is null for a shared one. */
    String below(Layer layer, int block, String expert) {
        String subLayer = subLayers.get(layer.subLayer()).replace("%d", Integer.toString(block));
        return subLayer + (expert == null ? "" : EXPERTS + expert) + ".";
    }
}
