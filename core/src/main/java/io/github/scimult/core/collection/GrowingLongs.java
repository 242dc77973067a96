package io.github.scimult.core.collection;

import java.util.Arrays;

/** Numbers, one after the other, without an object for each. */
final class GrowingLongs {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(size + 64, size + (size >> 1)));
        }
        values[size++] = value;
    }

    void addAll(GrowingLongs others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
