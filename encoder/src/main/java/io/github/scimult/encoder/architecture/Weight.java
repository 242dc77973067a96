package io.github.scimult.encoder.architecture;

import java.util.List;

/**
 * One weight of an encoder.
 *
 * @param own what it is called
 * @param unsplit what it is called where its sub-layer is not one of several experts'
 * @param origin what the weight of the plain encoder is called that it begins as a copy of; the same for a shared one
 * @param shape in memory
 * @param role where it belongs
 */
public record Weight(Name own, Name unsplit, Name origin, long[] shape, Role role) {
    /**
     * A weight's name in memory, and in files.
     *
     * @param name such as {@code encoder.layer.0.attention.self.qkv.weight}
     * @param stored the parts that lie one after the other in memory, in files by these names; mostly the one
     */
    public record Name(String name, List<String> stored) {
        public Name {
            stored = List.copyOf(stored);
        }
    }

    /**
     * A weight's place in the encoder.
     *
     * @param layer whose weight it is
     * @param isBias whether it is the layer's bias
     * @param depth 0 for the embeddings, n for block n counted from 1
     * @param expert the expert's name; null where it is shared
     * @param ofReader whether it belongs to the encoder that only reads instructions
     */
    public record Role(Layer layer, boolean isBias, int depth, String expert, boolean ofReader) {}

    public String name() {
        return own.name();
    }

    public Layer layer() {
        return role.layer();
    }

    public SubLayer subLayer() {
        return role.layer().subLayer();
    }

    public int depth() {
        return role.depth();
    }

    /** The expert's name; null where it is shared. */
    public String expert() {
        return role.expert();
    }

    public boolean isOfReader() {
        return role.ofReader();
    }

    /** Whether it is a matrix, to which weight decay applies; else a bias or a LayerNorm's vector, to which it does not. */
    public boolean isMatrix() {
        return shape.length > 1;
    }

    /** The shape of each part in files. */
    public long[] storedShape() {
        long[] part = shape.clone();
        part[0] /= own.stored().size();
        return part;
    }
}
