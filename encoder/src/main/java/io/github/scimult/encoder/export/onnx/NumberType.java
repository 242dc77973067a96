package io.github.scimult.encoder.export.onnx;

/** In what numbers an exported graph computes. */
public enum NumberType {
    /** 32-bit floats. */
    FP32,
    /** 16-bit floats; half the size. */
    FP16,
    /** Products in whole numbers of 8 bits, their inputs scaled as they come; the rest in 32-bit floats. */
    INT8
}
