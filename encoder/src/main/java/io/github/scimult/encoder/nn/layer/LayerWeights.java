package io.github.scimult.encoder.nn.layer;

import io.github.scimult.encoder.architecture.Layer;
import org.bytedeco.pytorch.Tensor;

/** The weights of one encoder, one expert's where there are several, by their layers. */
@FunctionalInterface
public interface LayerWeights {
    /**
     * A layer's weight.
     *
     * @param block the layer's block, from 0; any number for a layer of the embeddings
     * @param isBias whether its bias is meant
     */
    Tensor get(Layer layer, int block, boolean isBias);

    /** A table of the embeddings. */
    default Tensor table(Layer layer) {
        return get(layer, 0, false);
    }

    default Linear linear(Layer layer, int block) {
        return new Linear(get(layer, block, false), get(layer, block, true));
    }

    default LayerNorm norm(Layer layer, int block, double epsilon) {
        return new LayerNorm(get(layer, block, false), get(layer, block, true), epsilon);
    }
}
