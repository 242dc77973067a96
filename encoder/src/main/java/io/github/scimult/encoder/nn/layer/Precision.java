package io.github.scimult.encoder.nn.layer;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The number format in which an encoder computes; the weights that training changes stay 32-bit (or 64-bit) floats. */
public enum Precision {
    /** 64-bit: for parity tests. */
    FLOAT64(ScalarType.Double, ScalarType.Double),
    /** 32-bit. */
    FLOAT32(ScalarType.Float, ScalarType.Float),
    /** bfloat16 activations and products, 32-bit pooling and loss. */
    BFLOAT16(ScalarType.BFloat16, ScalarType.Float);

    private final ScalarType compute;
    private final ScalarType master;

    Precision(ScalarType compute, ScalarType master) {
        this.compute = compute;
        this.master = master;
    }

    /** The type of activations and of the weights as the products see them. */
    public ScalarType compute() {
        return compute;
    }

    /** The type of the weights as training keeps them, and of pooled vectors. */
    public ScalarType master() {
        return master;
    }
}
