package io.github.scimult.search.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Parts of a map, each of papers that lie together, by k-means (Lloyd 1982, begun as by Arthur and Vassilvitskii 2007).
 *
 * @param of the region of each paper
 * @param number of regions
 */
record MapRegions(int[] of, int number) {
    private static final int ROUNDS = 30;
    private static final int LEAST = 4;
    private static final int MOST = 24;
    private static final long SEED = 29;

    /** So many papers are about a region, but regions are neither few nor too many to be read. */
    private static final int PAPERS_OF_A_REGION = 120;

    /** @param places (papers, 2) */
    static MapRegions of(float[][] places) {
        int number = Math.min(places.length, Math.clamp(places.length / PAPERS_OF_A_REGION, LEAST, MOST));
        if (number == 0) {
            return new MapRegions(new int[0], 0);
        }
        float[][] middles = begin(places, number);
        int[] of = new int[places.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < places.length; i++) {
                of[i] = nearest(places[i], middles);
            }
            move(places, of, middles);
        }
        return new MapRegions(of, number);
    }

    /** The papers of one region. */
    List<Integer> papers(int region) {
        List<Integer> papers = new ArrayList<>();
        for (int i = 0; i < of.length; i++) {
            if (of[i] == region) {
                papers.add(i);
            }
        }
        return papers;
    }

    /** Middles far from each other: each by chance, in proportion to its squared distance from those before. */
    private static float[][] begin(float[][] places, int number) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[][] middles = new float[number][];
        middles[0] = places[random.nextInt(places.length)].clone();
        double[] square = new double[places.length];
        Arrays.fill(square, Double.POSITIVE_INFINITY);
        for (int next = 1; next < number; next++) {
            double total = 0;
            for (int i = 0; i < places.length; i++) {
                square[i] = Math.min(square[i], square(places[i], middles[next - 1]));
                total += square[i];
            }
            middles[next] = places[drawn(square, total * random.nextDouble())].clone();
        }
        return middles;
    }

    private static int drawn(double[] weights, double upTo) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum >= upTo) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static int nearest(float[] place, float[][] middles) {
        int nearest = 0;
        for (int i = 1; i < middles.length; i++) {
            if (square(place, middles[i]) < square(place, middles[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** To the middle of what is nearest; a region that has lost all stays. */
    private static void move(float[][] places, int[] of, float[][] middles) {
        double[][] sums = new double[middles.length][3];
        for (int i = 0; i < places.length; i++) {
            sums[of[i]][0] += places[i][0];
            sums[of[i]][1] += places[i][1];
            sums[of[i]][2]++;
        }
        for (int i = 0; i < middles.length; i++) {
            if (sums[i][2] > 0) {
                middles[i] = new float[] {(float) (sums[i][0] / sums[i][2]), (float) (sums[i][1] / sums[i][2])};
            }
        }
    }

    private static double square(float[] one, float[] other) {
        double across = one[0] - other[0];
        double down = one[1] - other[1];
        return across * across + down * down;
    }
}
