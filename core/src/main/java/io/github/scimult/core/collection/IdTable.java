package io.github.scimult.core.collection;

import io.github.scimult.core.storage.BadDataException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The ids of a file in their order, and the row of each. A million ids take about 30 MB: their bytes lie one after the
 * other in an arena, and rows are found in a hash table with open addressing, which compares the bytes themselves.
 */
final class IdTable {
    private static final int LARGEST_ARENA = Integer.MAX_VALUE - 8;

    private byte[] arena = new byte[1 << 10];
    private int[] starts = new int[1 << 6]; // (size + 1), the last one behind the last id
    private int[] slots = new int[1 << 7]; // row + 1, 0 = free; length a power of two, at most half full
    private int size;

    int size() {
        return size;
    }

    String id(int row) {
        Objects.checkIndex(row, size);
        return new String(arena, starts[row], starts[row + 1] - starts[row], StandardCharsets.UTF_8);
    }

    /** The row of an id, -1 if there is none. */
    int row(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return row(bytes, 0, bytes.length);
    }

    /** The row of the id that stands between two places of a line, -1 if there is none. */
    int row(byte[] bytes, int from, int to) {
        return slots[slot(bytes, from, to)] - 1;
    }

    /** Gives an id the next row; returns -1, or the row that it has already and keeps. */
    int add(byte[] id) {
        int slot = slot(id, 0, id.length);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        append(id);
        slots[slot] = size;
        if (size * 2L > slots.length) {
            rehash();
        }
        return -1;
    }

    private void append(byte[] id) {
        int start = starts[size];
        if ((long) start + id.length > LARGEST_ARENA) {
            throw new BadDataException("the ids of one file take more than 2 GB, which is more than can be held");
        }
        if (start + id.length > arena.length) {
            arena = Arrays.copyOf(arena, (int) Math.min(LARGEST_ARENA, (start + id.length) * 3L / 2));
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, size + 2 + (size >> 1));
        }
        System.arraycopy(id, 0, arena, start, id.length);
        starts[++size] = start + id.length;
    }

    /** Where the id stands, or the free slot where it would. */
    private int slot(byte[] bytes, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash(bytes, from, to) & mask;
        while (slots[slot] != 0 && !isId(slots[slot] - 1, bytes, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isId(int row, byte[] bytes, int from, int to) {
        return Arrays.equals(arena, starts[row], starts[row + 1], bytes, from, to);
    }

    private void rehash() {
        if (slots.length > 1 << 29) {
            throw new BadDataException("one file holds more than " + size + " records, which is more than can be held");
        }
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int row = 0; row < size; row++) {
            int slot = hash(arena, starts[row], starts[row + 1]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = row + 1;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        // The low bits alone choose the slot: ids that differ in their last digits must not follow each other there.
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }
}
