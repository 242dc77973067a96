package io.github.scimult.training.pair;

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
}
