package io.github.scimult.core.random;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Samples without replacement and random orders, which the generator's seed decides. */
public final class RandomSample {
    private RandomSample() {}

    /** All numbers from 0 to {@code size − 1}, each order equally likely. */
    public static int[] permutation(int size, RandomGenerator random) {
        int[] order = IntStream.range(0, size).toArray();
        shuffle(order, random);
        return order;
    }

    /** Puts values into a random order, in place (Fisher and Yates). */
    public static void shuffle(int[] values, RandomGenerator random) {
        for (int last = values.length - 1; last > 0; last--) {
            swap(values, last, random.nextInt(last + 1));
        }
    }

    /**
     * Different numbers from 0 to {@code size − 1}, each subset equally likely.
     *
     * @param count the maximum; of fewer numbers all are taken
     * @return ascending
     */
    public static int[] positions(int size, int count, RandomGenerator random) {
        int[] positions = IntStream.range(0, size).toArray();
        if (count >= size) {
            return positions;
        }
        for (int i = 0; i < count; i++) {
            swap(positions, i, random.nextInt(i, size));
        }
        int[] sample = Arrays.copyOf(positions, count);
        Arrays.sort(sample);
        return sample;
    }

    /** Some of the values, each subset equally likely, in their old order; all of them where there are at most {@code count}. */
    public static int[] of(int[] values, int count, RandomGenerator random) {
        return IntStream.of(positions(values.length, count, random))
                .map(position -> values[position])
                .toArray();
    }

    private static void swap(int[] values, int one, int other) {
        int kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
