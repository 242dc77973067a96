package io.github.scimult.core.retrieval;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores of all candidates for queries, exactly: the dot product or cosine of the embeddings, summed in the order of the
 * components, so that the result is that of the plain loop, bit for bit.
 *
 * <p>The inner loop adds four components of a block's candidates to the sums of two queries: no sum across a vector
 * register is needed, and the compiler turns it into vector instructions by itself.
 */
public final class DenseScorer {
    private static final int QUERIES_A_GROUP = 16;
    private static final int SCORES_A_GROUP = 1 << 22;

    private final EmbeddingMatrix candidates;

    public DenseScorer(EmbeddingMatrix candidates) {
        this.candidates = candidates;
    }

    /** Takes the scores of one query; the array is used again after the call. */
    @FunctionalInterface
    public interface Consumer {
        /**
         * Looks at one query's scores.
         *
         * @param query index of the query
         * @param scores (candidates); changing them is allowed
         */
        void accept(int query, float[] scores);
    }

    /**
     * How many queries are best scored together, over a number of candidates: enough to use a block more than once, few
     * enough to hold their scores.
     */
    public static int groupSize(int candidates) {
        return Math.clamp(SCORES_A_GROUP / Math.max(1, candidates), 2, QUERIES_A_GROUP);
    }

    /**
     * Scores any number of queries on all cores.
     *
     * @param queries (queries, dimension), as the encoder gave them
     * @param consumer is called once a query, in no order and by several threads at once
     */
    public void forEach(float[][] queries, Consumer consumer) {
        int group = groupSize(candidates.size());
        int groups = (queries.length + group - 1) / group;
        IntStream.range(0, groups).parallel().forEach(index -> {
            int from = index * group;
            int to = Math.min(queries.length, from + group);
            float[][] scores = new float[to - from][candidates.size()];
            score(Arrays.copyOfRange(queries, from, to), scores);
            for (int query = from; query < to; query++) {
                consumer.accept(query, scores[query - from]);
            }
        });
    }

    /**
     * Scores a few queries in this thread.
     *
     * @param queries (queries, dimension), as the encoder gave them
     * @param scores (queries, candidates), overwritten
     */
    public void score(float[][] queries, float[][] scores) {
        float[][] prepared = new float[queries.length][];
        for (int query = 0; query < queries.length; query++) {
            requireDimension(queries[query]);
            prepared[query] = candidates.similarity().prepared(queries[query]);
        }
        float[] first = new float[EmbeddingMatrix.BLOCK];
        float[] second = new float[EmbeddingMatrix.BLOCK];
        for (int block = 0; block < candidates.blocks(); block++) {
            int start = block * EmbeddingMatrix.BLOCK;
            int length = Math.min(EmbeddingMatrix.BLOCK, candidates.size() - start);
            for (int query = 0; query < queries.length; query += 2) {
                int partner = Math.min(query + 1, queries.length - 1); // the last of an odd number is its own partner
                scoreBlock(candidates.block(block), prepared[query], prepared[partner], first, second);
                System.arraycopy(first, 0, scores[query], start, length);
                System.arraycopy(second, 0, scores[partner], start, length);
            }
        }
    }

    private void requireDimension(float[] query) {
        if (query.length != candidates.dimension()) {
            throw new IllegalArgumentException(
                    "the query has " + query.length + " components, the candidates have " + candidates.dimension());
        }
    }

    private static void scoreBlock(float[][] block, float[] query, float[] partner, float[] first, float[] second) {
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        int component = 0;
        for (; component + 4 <= block.length; component += 4) {
            addFour(first, query, block, component, second, partner);
        }
        for (; component < block.length; component++) {
            addOne(first, query[component], block[component]);
            addOne(second, partner[component], block[component]);
        }
    }

    private static void addFour(
            float[] first, float[] query, float[][] block, int component, float[] second, float[] partner) {
        float[] block0 = block[component];
        float[] block1 = block[component + 1];
        float[] block2 = block[component + 2];
        float[] block3 = block[component + 3];
        float query0 = query[component];
        float query1 = query[component + 1];
        float query2 = query[component + 2];
        float query3 = query[component + 3];
        float partner0 = partner[component];
        float partner1 = partner[component + 1];
        float partner2 = partner[component + 2];
        float partner3 = partner[component + 3];
        for (int j = 0; j < EmbeddingMatrix.BLOCK; j++) {
            float c0 = block0[j];
            float c1 = block1[j];
            float c2 = block2[j];
            float c3 = block3[j];
            first[j] = first[j] + query0 * c0 + query1 * c1 + query2 * c2 + query3 * c3;
            second[j] = second[j] + partner0 * c0 + partner1 * c1 + partner2 * c2 + partner3 * c3;
        }
    }

    private static void addOne(float[] sums, float factor, float[] components) {
        for (int j = 0; j < EmbeddingMatrix.BLOCK; j++) {
            sums[j] += factor * components[j];
        }
    }
}
