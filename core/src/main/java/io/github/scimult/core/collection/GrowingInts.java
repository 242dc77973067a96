package io.github.scimult.core.collection;

import java.util.Arrays;

/** Numbers, one after the other, without an object for each. */
final class GrowingInts {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(size + 64, size + (size >> 1)));
        }
        values[size++] = value;
    }

    void addAll(GrowingInts others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
