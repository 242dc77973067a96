package io.github.scimult.evaluation.task;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws without replacement. */
final class Draw {
    private Draw() {}

    /** Some of the values, each subset equally likely, in their old order; all of them if {@code count} is 0 or large. */
    static int[] some(int[] values, int count, SplittableRandom random) {
        if (count == 0 || count >= values.length) {
            return values;
        }
        int[] positions = new int[values.length];
        Arrays.setAll(positions, position -> position);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, positions.length);
            int kept = positions[i];
            positions[i] = positions[other];
            positions[other] = kept;
        }
        return Arrays.stream(positions, 0, count)
                .sorted()
                .map(position -> values[position])
                .toArray();
    }
}
