package io.github.scimult.search.map;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which points belong together, and how much: UMAP's fuzzy graph. Each point is bound to its nearest ones by exp(−(d − ρ) / σ),
 * d being 1 − cosine, ρ the distance of the nearest, and σ such that the sum is log₂ of their number; of the bonds a and b in both
 * directions a + b − a·b is left.
 *
 * <p>McInnes, Healy and Melville, "UMAP: uniform manifold approximation and projection for dimension reduction", 2018, algorithms 2
 * and 3.
 *
 * @param from (edges) the smaller of both points
 * @param to (edges) the larger one
 * @param weights (edges) in (0, 1]
 */
@SuppressWarnings("ArrayRecordComponent")
record NeighbourGraph(int[] from, int[] to, float[] weights) {
    private static final int SEARCH_STEPS = 40;

    private record Edge(int from, int to) {}

    /**
     * The graph of all points, by comparing all with all.
     *
     * @param vectors (points, dimension)
     * @param neighbours of each point
     */
    static NeighbourGraph of(float[][] vectors, int neighbours) {
        int[] places = IntStream.range(0, vectors.length).toArray();
        Ranking[] nearest = new Ranking[vectors.length];
        EmbeddingMatrix matrix = EmbeddingMatrix.of(vectors, vectors[0].length, Similarity.COSINE);
        new DenseScorer(matrix).forEach(vectors, (point, scores) -> {
            scores[point] = Float.NEGATIVE_INFINITY;
            nearest[point] = TopK.of(scores, places, neighbours);
        });
        Map<Edge, Float> bonds = new HashMap<>();
        for (int point = 0; point < vectors.length; point++) {
            float[] own = bonds(nearest[point].scores());
            for (int i = 0; i < own.length; i++) {
                int other = nearest[point].rows()[i];
                Edge edge = new Edge(Math.min(point, other), Math.max(point, other));
                bonds.merge(edge, own[i], (a, b) -> a + b - a * b);
            }
        }
        return of(bonds);
    }

    private static NeighbourGraph of(Map<Edge, Float> bonds) {
        List<Edge> edges = new ArrayList<>(bonds.keySet());
        edges.sort((one, other) ->
                one.from == other.from ? Integer.compare(one.to, other.to) : Integer.compare(one.from, other.from));
        NeighbourGraph graph =
                new NeighbourGraph(new int[edges.size()], new int[edges.size()], new float[edges.size()]);
        for (int edge = 0; edge < edges.size(); edge++) {
            graph.from[edge] = edges.get(edge).from;
            graph.to[edge] = edges.get(edge).to;
            graph.weights[edge] = bonds.get(edges.get(edge));
        }
        return graph;
    }

    /** @param cosines of the nearest points, falling */
    private static float[] bonds(float[] cosines) {
        double[] beyond = new double[cosines.length];
        for (int i = 0; i < cosines.length; i++) {
            beyond[i] = cosines[0] - cosines[i]; // d − ρ
        }
        double wanted = Math.log(cosines.length) / Math.log(2);
        double least = 1e-6;
        double most = 10;
        for (int step = 0; step < SEARCH_STEPS; step++) {
            double middle = Math.sqrt(least * most);
            if (sum(beyond, middle) > wanted) {
                most = middle;
            } else {
                least = middle;
            }
        }
        float[] bonds = new float[cosines.length];
        for (int i = 0; i < bonds.length; i++) {
            bonds[i] = (float) Math.exp(-beyond[i] / least);
        }
        return bonds;
    }

    private static double sum(double[] beyond, double sigma) {
        double sum = 0;
        for (double distance : beyond) {
            sum += Math.exp(-distance / sigma);
        }
        return sum;
    }
}
