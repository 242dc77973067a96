package io.github.scimult.encoder.checkpoint.array;

/** The types of numbers in a safetensors file, by the names they have there. */
public enum DataType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    U8(1);

    private final int bytes;

    DataType(int bytes) {
        this.bytes = bytes;
    }

    /** The bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Whether its numbers are fractions: only such arrays can be weights. */
    public boolean isFloating() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }
}
