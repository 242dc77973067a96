package io.github.scimult.search.field;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;

/** The recall of the graph of neighbours (HNSW) against an exact search through all vectors. */
public final class AnnRecall {
    /** Scores that differ by less come of another order of summing. */
    private static final float ROUNDING = 1e-6f;

    private final IndexReader reader;
    private final NearestVectors nearest;

    public AnnRecall(NearestVectors nearest) {
        this.reader = nearest.searcher().getIndexReader();
        this.nearest = nearest;
    }

    /**
     * The mean share of the exactly nearest {@code depth} that the graph finds, for vectors of the index itself. Of equally near ones
     * any counts.
     *
     * @param field of vectors
     * @param queries so many, drawn by the seed; fewer where there are fewer vectors
     * @return NaN if there are no vectors
     */
    public double recall(String field, int queries, int depth, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        int asked = 0;
        for (int query = 0; query < queries; query++) {
            float[] vector = vector(field, random);
            if (vector != null) {
                sum += recall(field, vector, depth);
                asked++;
            }
        }
        return asked == 0 ? Double.NaN : sum / asked;
    }

    /** The share of the exactly nearest {@code depth} of a vector that the graph finds. */
    public double recall(String field, float[] vector, int depth) throws IOException {
        PriorityQueue<Float> exact = exact(field, vector, depth);
        float farthest = exact.element() - ROUNDING;
        long found = Arrays.stream(nearest.of(field, vector, depth, null))
                .filter(hit -> hit.score >= farthest)
                .count();
        return (double) found / exact.size();
    }

    private static List<String> fields(String field) {
        return List.of(field, IndexField.repeated(field));
    }

    /** A vector of the field, any one; null if there is none. */
    private float[] vector(String field, SplittableRandom random) throws IOException {
        int total = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String each : fields(field)) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(each);
                total += values == null ? 0 : values.size();
            }
        }
        return total == 0 ? null : vector(field, random.nextInt(total));
    }

    private float[] vector(String field, int position) throws IOException {
        int left = position;
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String each : fields(field)) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(each);
                if (values != null && left < values.size()) {
                    return values.vectorValue(left).clone();
                }
                left -= values == null ? 0 : values.size();
            }
        }
        throw new IllegalStateException("no vector " + position);
    }

    /** The scores of the nearest, the farthest of them first. */
    private PriorityQueue<Float> exact(String field, float[] vector, int depth) throws IOException {
        PriorityQueue<Float> best = new PriorityQueue<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String each : fields(field)) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(each);
                if (values != null) {
                    offer(leaf, values.rescorer(vector), depth, best);
                }
            }
        }
        return best;
    }

    private static void offer(LeafReaderContext leaf, VectorScorer scorer, int depth, PriorityQueue<Float> best)
            throws IOException {
        DocIdSetIterator documents = scorer.iterator();
        Bits live = leaf.reader().getLiveDocs();
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(documents.docID())) {
                best.add(scorer.score());
            }
            if (best.size() > depth) {
                best.poll();
            }
        }
    }
}
