package io.github.scimult.encoder.checkpoint.array;

/** The types of numbers in a safetensors file, by the names they have there. */
public enum DataType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    U8(1),
    BOOL(1),
    I8(1),
    I16(2),
    U16(2),
    U32(4),
    U64(8),
    F8_E4M3(1),
    F8_E5M2(1);

    private final int bytes;

    DataType(int bytes) {
        this.bytes = bytes;
    }

    /** The bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Whether its numbers are fractions that can be read: only such arrays can be weights. */
    public boolean isFloating() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }
}
