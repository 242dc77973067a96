package io.github.scimult.core.example;

import java.util.SplittableRandom;

/**
 * Which source the next step draws from: at random by fixed shares, decided by seed and step alone.
 *
 * @param shares of each source; they add up to 1
 * @param seed of the draws
 */
@SuppressWarnings("ArrayRecordComponent")
public record TaskMix(double[] shares, long seed) {
    public TaskMix {
        double total = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("a share must be at least 0, not " + share);
            }
            total += share;
        }
        if (Math.abs(total - 1) > 1e-9) {
            throw new IllegalArgumentException("shares must add up to 1, not " + total);
        }
        shares = shares.clone();
    }

    /** The source of a step. */
    public int source(long step) {
        double point = new SplittableRandom(Seeds.derive(seed, step)).nextDouble();
        for (int source = 0; source < shares.length - 1; source++) {
            point -= shares[source];
            if (point < 0) {
                return source;
            }
        }
        return shares.length - 1;
    }
}
