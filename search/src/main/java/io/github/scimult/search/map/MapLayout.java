package io.github.scimult.search.map;

import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Lays a graph out in two dimensions: bound points draw each other near, by how much they are bound, and push random others away,
 * with a force of 1 / (1 + a·d^2b) that ends where the steps have become small.
 *
 * <p>McInnes, Healy and Melville, "UMAP", 2018, section 3.2 and algorithm 5; a and b are those of its usual least distance, 0.1.
 */
final class MapLayout {
    private static final double A = 1.577;
    private static final double B = 0.895;
    private static final double FARTHEST_STEP = 4;
    private static final int OTHERS = 5;
    private static final double NEVER_AT_ONE_PLACE = 0.001;

    private final NeighbourGraph graph;
    private final float[][] points; // (points, 2)
    private final SplittableRandom random;

    private MapLayout(NeighbourGraph graph, float[][] points, long seed) {
        this.graph = graph;
        this.points = points;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Moves points.
     *
     * @param points (points, 2) where they begin, and afterwards lie
     * @param heard how many epochs are done
     */
    static void run(NeighbourGraph graph, float[][] points, int epochs, long seed, IntConsumer heard) {
        MapLayout layout = new MapLayout(graph, points, seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            layout.epoch(1 - (double) epoch / epochs);
            heard.accept(epoch + 1);
        }
    }

    /** An edge is drawn as often as it is strong. */
    private void epoch(double rate) {
        for (int edge = 0; edge < graph.weights().length; edge++) {
            if (random.nextDouble() < graph.weights()[edge]) {
                boolean forth = random.nextBoolean();
                float[] point = points[forth ? graph.from()[edge] : graph.to()[edge]];
                float[] other = points[forth ? graph.to()[edge] : graph.from()[edge]];
                draw(point, other, rate);
                for (int i = 0; i < OTHERS; i++) {
                    push(point, points[random.nextInt(points.length)], rate);
                }
            }
        }
    }

    private static void draw(float[] point, float[] other, double rate) {
        double square = square(point, other);
        if (square > 0) {
            double force = -2 * A * B * Math.pow(square, B - 1) / (1 + A * Math.pow(square, B));
            move(point, other, force, rate);
            move(other, point, force, rate);
        }
    }

    private static void push(float[] point, float[] other, double rate) {
        double square = square(point, other);
        double force = 2 * B / ((NEVER_AT_ONE_PLACE + square) * (1 + A * Math.pow(square, B)));
        move(point, other, force, rate); // itself it does not push: the distance is none
    }

    private static void move(float[] point, float[] from, double force, double rate) {
        for (int axis = 0; axis < 2; axis++) {
            double step = Math.clamp(force * (point[axis] - from[axis]), -FARTHEST_STEP, FARTHEST_STEP);
            point[axis] += (float) (rate * step);
        }
    }

    private static double square(float[] one, float[] other) {
        double across = one[0] - other[0];
        double up = one[1] - other[1];
        return across * across + up * up;
    }
}
