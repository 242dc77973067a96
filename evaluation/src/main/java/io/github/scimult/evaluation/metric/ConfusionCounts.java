package io.github.scimult.evaluation.metric;

import java.util.BitSet;

/** How often each label was right, was to be given, and was given. */
final class ConfusionCounts {
    private final long[] hits;
    private final long[] gold;
    private final long[] predicted;

    ConfusionCounts(int labels) {
        hits = new long[labels];
        gold = new long[labels];
        predicted = new long[labels];
    }

    /** Counts one paper and returns the number of its labels that were right. */
    int addPaper(int[] goldLabels, int[] predictedLabels) {
        BitSet wanted = new BitSet(hits.length);
        for (int label : goldLabels) {
            gold[checked(label)]++;
            wanted.set(label);
        }
        int right = 0;
        for (int label : predictedLabels) {
            predicted[checked(label)]++;
            if (wanted.get(label)) {
                hits[label]++;
                right++;
            }
        }
        return right;
    }

    private int checked(int label) {
        if (label < 0 || label >= hits.length) {
            throw new IllegalArgumentException("label " + label + " is outside 0 to " + (hits.length - 1));
        }
        return label;
    }

    double microF1() {
        return f1(sum(hits), sum(gold), sum(predicted));
    }

    double macroF1() {
        return sumOfF1() / hits.length;
    }

    double macroF1OfOccurring() {
        int occurring = 0;
        for (int label = 0; label < hits.length; label++) {
            occurring += gold[label] + predicted[label] > 0 ? 1 : 0;
        }
        return occurring == 0 ? 0 : sumOfF1() / occurring;
    }

    double weightedF1() {
        double sum = 0;
        for (int label = 0; label < hits.length; label++) {
            sum += gold[label] * f1(hits[label], gold[label], predicted[label]);
        }
        long all = sum(gold);
        return all == 0 ? 0 : sum / all;
    }

    private double sumOfF1() {
        double sum = 0;
        for (int label = 0; label < hits.length; label++) {
            sum += f1(hits[label], gold[label], predicted[label]);
        }
        return sum;
    }

    /** The harmonic mean of hits/gold and hits/predicted; 0 where both are empty. */
    static double f1(long hits, long gold, long predicted) {
        return gold + predicted == 0 ? 0 : 2.0 * hits / (gold + predicted);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
