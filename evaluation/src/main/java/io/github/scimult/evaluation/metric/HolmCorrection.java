package io.github.scimult.evaluation.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction of p-values that are read together (Holm, "A simple sequentially rejective multiple test procedure",
 * 1979): the smallest of m is multiplied by m, the next by m − 1 and so on, none below one before it, none above 1. Whoever calls
 * significant what is then at most 0.05 is wrong about any of them in at most 5 % of all such tables.
 */
public final class HolmCorrection {
    private HolmCorrection() {}

    /**
     * Corrects a family.
     *
     * @param p uncorrected, in any order
     * @return corrected, in the same order
     */
    public static double[] of(double[] p) {
        List<Integer> ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> p[index]))
                .toList();
        double[] corrected = new double[p.length];
        double least = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int index = ascending.get(rank);
            least = Math.max(least, Math.min(1, (p.length - rank) * p[index]));
            corrected[index] = least;
        }
        return corrected;
    }
}
