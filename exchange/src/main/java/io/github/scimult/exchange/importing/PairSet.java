package io.github.scimult.exchange.importing;

/** Pairs of numbers from 0, as many as there are judgements: 16 bytes each in a hash table with open addressing. */
final class PairSet {
    private long[] slots = new long[1 << 10]; // a pair + 1, 0 = free; length a power of two, at most half full
    private int size;

    /** Adds a pair; whether it is new. */
    boolean add(int first, int second) {
        long pair = ((long) first << Integer.SIZE | second) + 1;
        int slot = slot(slots, pair);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = pair;
        if (++size * 2L > slots.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        for (long pair : slots) {
            if (pair != 0) {
                larger[slot(larger, pair)] = pair;
            }
        }
        slots = larger;
    }

    /** Where the pair stands, or the free slot where it would. */
    private static int slot(long[] slots, long pair) {
        long hash = pair * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != pair) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
