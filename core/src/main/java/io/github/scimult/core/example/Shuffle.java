package io.github.scimult.core.example;

import java.util.SplittableRandom;

/** Random orders that a seed decides. */
final class Shuffle {
    private Shuffle() {}

    /** Fisher and Yates' shuffle, in place. */
    static void shuffle(int[] values, SplittableRandom random) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }

    /** A seed for one place out of a seed for all of them. */
    static long seed(long seed, long... places) {
        long mixed = seed;
        for (long place : places) {
            mixed = new SplittableRandom(mixed * 0x9e3779b97f4a7c15L + place).nextLong();
        }
        return mixed;
    }
}
