package io.github.scimult.search.tag.linear;

import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.random.Seeds;
import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.evaluation.classifier.SparseVector;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Chooses the papers that a label's classifier tells its own papers from: those most similar to them, and others at random, so that
 * all labels together cost as much as there are assigned labels, and not labels times papers.
 */
final class NegativeSampler {
    private static final int MIN_NEGATIVES = 600;
    private static final int NEGATIVES_PER_MEMBER = 6;
    private static final int MAX_NEGATIVES = 12_000;
    private static final int MAX_CENTROID_TERMS = 40;
    private static final int MAX_CENTROID_MEMBERS = 200;
    private static final long SEED = 29;

    private final List<SparseVector> rows;
    private final int features;
    private final int[] order; // (rows)
    private final int[][] rowsOfTerm;
    private final float[][] weightsOfTerm;

    NegativeSampler(List<SparseVector> rows, int features) {
        this.rows = rows;
        this.features = features;
        this.order = IntStream.range(0, rows.size()).toArray();
        this.rowsOfTerm = new int[features][];
        this.weightsOfTerm = new float[features][];
        invert();
    }

    private void invert() {
        int[] sizes = new int[features];
        rows.forEach(row -> Arrays.stream(row.features()).forEach(term -> sizes[term]++));
        for (int term = 0; term < features; term++) {
            rowsOfTerm[term] = new int[sizes[term]];
            weightsOfTerm[term] = new float[sizes[term]];
        }
        for (int row = rows.size() - 1; row >= 0; row--) {
            SparseVector vector = rows.get(row);
            for (int i = 0; i < vector.features().length; i++) {
                int term = vector.features()[i];
                sizes[term]--;
                rowsOfTerm[term][sizes[term]] = row;
                weightsOfTerm[term][sizes[term]] = vector.values()[i];
            }
        }
    }

    /** Rows that are no members. @param members rows of a label */
    int[] of(int[] members) {
        BitSet chosen = new BitSet(rows.size());
        int wanted = Math.clamp((long) NEGATIVES_PER_MEMBER * members.length, MIN_NEGATIVES, MAX_NEGATIVES);
        if (wanted >= rows.size() - members.length) {
            chosen.set(0, rows.size());
        } else {
            for (int row : TopK.of(similarities(members), order, wanted / 2 + members.length)
                    .rows()) {
                chosen.set(row);
            }
            SplittableRandom random = new SplittableRandom(Seeds.derive(SEED, members[0], members.length));
            for (int row : RandomSample.positions(rows.size(), wanted / 2, random)) {
                chosen.set(row);
            }
        }
        for (int member : members) {
            chosen.clear(member);
        }
        return chosen.stream().toArray();
    }

    /** (rows) the product of each with the members' centroid, by the terms that weigh most in it. */
    private float[] similarities(int[] members) {
        float[] centroid = new float[features];
        for (int member : Arrays.copyOf(members, Math.min(members.length, MAX_CENTROID_MEMBERS))) {
            SparseVector vector = rows.get(member);
            for (int i = 0; i < vector.features().length; i++) {
                centroid[vector.features()[i]] += vector.values()[i];
            }
        }
        int[] terms =
                IntStream.range(0, features).filter(term -> centroid[term] > 0).toArray();
        float[] weights = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            weights[i] = centroid[terms[i]];
        }
        float[] similarities = new float[rows.size()];
        for (int i : TopK.of(weights, IntStream.range(0, terms.length).toArray(), MAX_CENTROID_TERMS)
                .rows()) {
            int[] with = rowsOfTerm[terms[i]];
            for (int j = 0; j < with.length; j++) {
                similarities[with[j]] += weights[i] * weightsOfTerm[terms[i]][j];
            }
        }
        return similarities;
    }
}
