package io.github.scimult.search.map;

import java.util.SplittableRandom;

/** Points on the plane of their two largest principal components, found by power iteration. */
final class PrincipalPlane {
    private static final int ITERATIONS = 40;

    private PrincipalPlane() {}

    /**
     * Where points lie on it.
     *
     * @param vectors (points, dimension)
     * @param reach the standard deviation of the first coordinate afterwards
     * @return (points, 2)
     */
    static float[][] of(float[][] vectors, double reach, long seed) {
        double[] mean = mean(vectors);
        double[] first = component(vectors, mean, null, seed);
        double[] second = component(vectors, mean, first, seed + 1);
        float[][] plane = new float[vectors.length][2];
        double squares = 0;
        for (int point = 0; point < vectors.length; point++) {
            double across = along(vectors[point], mean, first);
            plane[point] = new float[] {(float) across, (float) along(vectors[point], mean, second)};
            squares += across * across;
        }
        double deviation = Math.sqrt(squares / vectors.length);
        float scale = deviation == 0 ? 1 : (float) (reach / deviation);
        for (float[] point : plane) {
            point[0] *= scale;
            point[1] *= scale;
        }
        return plane;
    }

    private static double[] mean(float[][] vectors) {
        double[] mean = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        return mean;
    }

    /** @param without a component that this one is to be at right angles with; null for none */
    private static double[] component(float[][] vectors, double[] mean, double[] without, long seed) {
        double[] component =
                new SplittableRandom(seed).doubles(mean.length, -1, 1).toArray();
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = new double[mean.length];
            for (float[] vector : vectors) {
                double along = along(vector, mean, component);
                for (int i = 0; i < next.length; i++) {
                    next[i] += along * (vector[i] - mean[i]);
                }
            }
            if (without != null) {
                double shared = dot(next, without);
                for (int i = 0; i < next.length; i++) {
                    next[i] -= shared * without[i];
                }
            }
            double length = Math.sqrt(dot(next, next));
            for (int i = 0; i < next.length && length > 0; i++) {
                component[i] = next[i] / length;
            }
        }
        return component;
    }

    private static double along(float[] vector, double[] mean, double[] component) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += (vector[i] - mean[i]) * component[i];
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
