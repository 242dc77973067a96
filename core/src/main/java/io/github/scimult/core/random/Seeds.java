package io.github.scimult.core.random;

import java.util.SplittableRandom;

/** Seeds for single places out of one seed for a whole run. */
public final class Seeds {
    private Seeds() {}

    /** The seed of a place, such as (source, epoch); other places have seeds that are unrelated to it. */
    public static long derive(long seed, long... places) {
        long mixed = seed;
        for (long place : places) {
            mixed = new SplittableRandom(mixed * 0x9e3779b97f4a7c15L + place).nextLong();
        }
        return mixed;
    }
}
