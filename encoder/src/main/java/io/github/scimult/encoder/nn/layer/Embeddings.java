package io.github.scimult.encoder.nn.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The first stretch of an encoder: token ids become states. */
public interface Embeddings {
    /** Token ids of a batch → (T, H) in the type of the weights. */
    Tensor apply(PackedTensors batch);

    /** The type of the weights. */
    ScalarType type();
}
