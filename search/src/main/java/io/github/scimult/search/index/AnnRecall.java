package io.github.scimult.search.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;

/** How much of what is nearest the graph of neighbours (HNSW) finds, beside an exact search through all vectors. */
final class AnnRecall {
    private final IndexReader reader;
    private final NearestVectors nearest;

    AnnRecall(NearestVectors nearest) {
        this.reader = nearest.searcher().getIndexReader();
        this.nearest = nearest;
    }

    /**
     * The mean share of the exactly nearest {@code depth} that the graph finds, for vectors of the index itself.
     *
     * @param field of vectors
     * @param queries so many, drawn by the seed; fewer where there are fewer vectors
     * @return NaN if there are no vectors
     */
    double recall(String field, int queries, int depth, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        int asked = 0;
        for (int query = 0; query < queries; query++) {
            float[] vector = vector(field, random);
            if (vector != null) {
                Set<Integer> exact = exact(field, vector, depth);
                int found = 0;
                for (ScoreDoc hit : nearest.of(field, vector, depth, null)) {
                    found += exact.contains(hit.doc) ? 1 : 0;
                }
                sum += (double) found / exact.size();
                asked++;
            }
        }
        return asked == 0 ? Double.NaN : sum / asked;
    }

    /** A vector of the field, any one; null if there is none. */
    private float[] vector(String field, SplittableRandom random) throws IOException {
        int total = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            total += values == null ? 0 : values.size();
        }
        int place = total == 0 ? -1 : random.nextInt(total);
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values != null && place >= 0) {
                if (place < values.size()) {
                    return values.vectorValue(place).clone();
                }
                place -= values.size();
            }
        }
        return null;
    }

    private Set<Integer> exact(String field, float[] vector, int depth) throws IOException {
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(Comparator.comparingDouble(hit -> hit.score));
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values != null) {
                offer(leaf, values.rescorer(vector), depth, best);
            }
        }
        Set<Integer> nearest = new HashSet<>();
        best.forEach(hit -> nearest.add(hit.doc));
        return nearest;
    }

    private static void offer(LeafReaderContext leaf, VectorScorer scorer, int depth, PriorityQueue<ScoreDoc> best)
            throws IOException {
        DocIdSetIterator documents = scorer.iterator();
        Bits live = leaf.reader().getLiveDocs();
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int document = documents.docID();
            if (live == null || live.get(document)) {
                best.add(new ScoreDoc(leaf.docBase + document, scorer.score()));
            }
            if (best.size() > depth) {
                best.poll();
            }
        }
    }
}
