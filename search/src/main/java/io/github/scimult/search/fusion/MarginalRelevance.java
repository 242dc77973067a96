package io.github.scimult.search.fusion;

import io.github.scimult.search.field.StoredVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * An order in which each answer adds something to those before it: maximal marginal relevance, (1 − d) · relevance − d · (cosine to
 * the most similar answer before), relevance being the fused score between 0, the last's, and 1, the first's.
 *
 * <p>Carbonell and Goldstein, "The use of MMR, diversity-based reranking for reordering documents and producing summaries", 1998.
 *
 * @param vectors that tell what is similar
 * @param diversity d, in (0, 1]
 */
public record MarginalRelevance(StoredVectors vectors, double diversity) {
    /** So many of the best, at least, are put in a new order. */
    private static final int POOL = 100;

    /** All places: the best in a new order, then the others as they were. */
    public List<RankedPaper> order(List<RankedPaper> places, int limit) throws IOException {
        int pool = Math.min(places.size(), Math.max(POOL, 2 * limit));
        List<Candidate> left = new ArrayList<>();
        double best = places.isEmpty() ? 0 : places.getFirst().score();
        double worst = places.isEmpty() ? 0 : places.get(pool - 1).score();
        for (RankedPaper place : places.subList(0, pool)) {
            double relevance = best == worst ? 1 : (place.score() - worst) / (best - worst);
            left.add(new Candidate(place, vectors.of(place.document()).orElse(null), relevance));
        }
        List<RankedPaper> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Candidate next = best(left);
            left.remove(next);
            ordered.add(next.place);
            left.forEach(candidate -> candidate.seen(next));
        }
        ordered.addAll(places.subList(pool, places.size()));
        return ordered;
    }

    /** Of equal ones the first. */
    private Candidate best(List<Candidate> left) {
        Candidate best = left.getFirst();
        for (Candidate candidate : left) {
            if (candidate.worth(diversity) > best.worth(diversity)) {
                best = candidate;
            }
        }
        return best;
    }

    private static final class Candidate {
        private final RankedPaper place;
        private final float[] vector;
        private final double relevance;
        private double nearest;

        Candidate(RankedPaper place, float[] vector, double relevance) {
            this.place = place;
            this.vector = vector;
            this.relevance = relevance;
        }

        /** One without a vector is like no other. */
        void seen(Candidate chosen) {
            if (vector != null && chosen.vector != null) {
                nearest = Math.max(nearest, VectorUtil.cosine(vector, chosen.vector));
            }
        }

        double worth(double diversity) {
            return (1 - diversity) * relevance - diversity * nearest;
        }
    }
}
