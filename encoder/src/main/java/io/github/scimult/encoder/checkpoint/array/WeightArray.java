package io.github.scimult.encoder.checkpoint.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An array of numbers as it lies in a file: row-major, little-endian.
 *
 * @param type the numbers' type
 * @param shape the length of each dimension; none for a single number
 * @param bytes the numbers, in memory or mapped from a file
 */
public record WeightArray(DataType type, long[] shape, MemorySegment bytes) {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    public WeightArray {
        long expected = Math.multiplyExact(elements(shape), type.bytes());
        if (bytes.byteSize() != expected) {
            throw new IllegalArgumentException("an array " + type + Arrays.toString(shape) + " has " + expected
                    + " bytes, not " + bytes.byteSize());
        }
    }

    /** An array of floats in memory; takes a copy. */
    public static WeightArray of(float[] values, long... shape) {
        MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(values.length, Float.BYTES)]);
        MemorySegment.copy(values, 0, bytes, FLOAT, 0, values.length);
        return new WeightArray(DataType.F32, shape, bytes);
    }

    /** How many numbers there are. */
    public long elements() {
        return elements(shape);
    }

    /**
     * The numbers as floats; doubles are rounded.
     *
     * @throws IllegalArgumentException if the type is a whole number's
     * @throws ArithmeticException if there are more than an array can hold
     */
    public float[] toFloats() {
        float[] floats = new float[Math.toIntExact(elements())];
        if (type == DataType.F32) {
            MemorySegment.copy(bytes, FLOAT, 0, floats, 0, floats.length);
            return floats;
        }
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) number(i);
        }
        return floats;
    }

    /** The numbers as doubles, exactly. Conditions as for {@link #toFloats()}. */
    public double[] toDoubles() {
        double[] doubles = new double[Math.toIntExact(elements())];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = number(i);
        }
        return doubles;
    }

    /**
     * Writes the numbers as floats or doubles in the machine's byte order. Conditions as for {@link #toFloats()}.
     *
     * @param target of exactly the size that they take
     * @param wide whether as doubles
     */
    public void copyTo(MemorySegment target, boolean wide) {
        if (type == (wide ? DataType.F64 : DataType.F32) && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            target.copyFrom(bytes);
            return;
        }
        for (long i = 0; i < elements(); i++) {
            if (wide) {
                target.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i, number(i));
            } else {
                target.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i, (float) number(i));
            }
        }
    }

    /** Where the first number lies that is not finite as a 32-bit float; −1 if there is none. Conditions as for {@link #toFloats()}. */
    public long firstNonFinite() {
        long elements = elements();
        if (type == DataType.F32) {
            for (long i = 0; i < elements; i++) {
                if (!Float.isFinite(bytes.get(FLOAT, i * Float.BYTES))) {
                    return i;
                }
            }
            return -1;
        }
        for (long i = 0; i < elements; i++) {
            if (!Float.isFinite(toFloat(i))) {
                return i;
            }
        }
        return -1;
    }

    /** One of the numbers as a float. Conditions as for {@link #toFloats()}. */
    public float toFloat(long i) {
        return (float) number(i);
    }

    /**
     * The numbers as longs.
     *
     * @throws IllegalArgumentException if the type is a fraction's
     */
    public long[] toLongs() {
        long[] longs = new long[Math.toIntExact(elements())];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = switch (type) {
                case I64 -> bytes.getAtIndex(LONG, i);
                case I32 -> bytes.getAtIndex(INT, i);
                case U8 -> Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, i));
                default -> throw new IllegalArgumentException("an array of " + type + " holds no whole numbers");
            };
        }
        return longs;
    }

    private double number(long i) {
        return switch (type) {
            case F64 -> bytes.getAtIndex(DOUBLE, i);
            case F32 -> bytes.getAtIndex(FLOAT, i);
            case F16 -> Float.float16ToFloat(bytes.getAtIndex(SHORT, i));
            case BF16 -> Float.intBitsToFloat(bytes.getAtIndex(SHORT, i) << 16);
            default -> throw new IllegalArgumentException("an array of " + type + " holds no fractions");
        };
    }

    /** The product of the lengths. */
    public static long elements(long[] shape) {
        long elements = 1;
        for (long length : shape) {
            elements = Math.multiplyExact(elements, length);
        }
        return elements;
    }

    /** For people: {@code F32[384, 1536]}. */
    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}
