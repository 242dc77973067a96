package io.github.scimult.evaluation.metric;

import java.util.Arrays;

/** Discounted cumulative gain with trec_eval's gain (the grade, 0 if negative) and discount, 1 / log2(rank + 1). */
final class DiscountedGain {
    private static final double LOG_2 = Math.log(2);

    private DiscountedGain() {}

    /** The ranking's discounted gain over that of the ideal ranking of all judged documents; 0 without any gain. */
    static double normalised(JudgedRanking ranking, int cutoff) {
        int[] ideal = ranking.judged().clone();
        Arrays.sort(ideal);
        double best = 0;
        for (int rank = 0; rank < Math.min(cutoff, ideal.length); rank++) {
            best += discounted(ideal[ideal.length - 1 - rank], rank);
        }
        if (best == 0) {
            return 0;
        }
        double sum = 0;
        for (int rank = 0; rank < Math.min(cutoff, ranking.retrieved().length); rank++) {
            sum += discounted(ranking.retrieved()[rank], rank);
        }
        return sum / best;
    }

    private static double discounted(int grade, int rankFromZero) {
        return grade <= 0 ? 0 : grade * LOG_2 / Math.log(rankFromZero + 2);
    }
}
