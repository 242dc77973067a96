package io.github.scimult.training.pair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Puts one batch together: queries, their positives and hard negatives, each candidate once. */
final class BatchBuilder {
    private static final int MOST_TRIES = 10_000;

    private final TrainingPairs pairs;
    private final BatchSettings settings;
    private final TextLengths lengths;
    private final Map<Integer, Integer> columns = new LinkedHashMap<>();
    private final Map<Integer, Integer> queries = new LinkedHashMap<>();
    private final List<Integer> pairQuery = new ArrayList<>();
    private final List<Integer> pairPositive = new ArrayList<>();

    BatchBuilder(TrainingPairs pairs, BatchSettings settings, TextLengths lengths) {
        this.pairs = pairs;
        this.settings = settings;
        this.lengths = lengths;
    }

    void add(int query, int[] positives, int[] negatives) {
        int index = queries.computeIfAbsent(query, key -> queries.size());
        for (int positive : positives) {
            pairQuery.add(index);
            pairPositive.add(column(positive));
        }
        addCandidates(negatives);
    }

    void addCandidates(int[] rows) {
        for (int row : rows) {
            column(row);
        }
    }

    /** Adds candidates that nobody asked for, as negatives for all, up to the configured number of tokens. */
    void addRandomCandidates(SplittableRandom random) {
        int tokens = 0;
        for (int tries = 0; tries < MOST_TRIES && columns.size() < pairs.candidates(); tries++) {
            int row = random.nextInt(pairs.candidates());
            if (!columns.containsKey(row)) {
                tokens += lengths.tokens(pairs.candidateKind(), row);
                if (tokens > settings.randomLabelTokens()) {
                    return;
                }
                column(row);
            }
        }
    }

    private int column(int row) {
        return columns.computeIfAbsent(row, key -> columns.size());
    }

    PairBatch batch() {
        return new PairBatch(
                pairs, ints(queries.keySet()), ints(columns.keySet()), ints(pairQuery), ints(pairPositive));
    }

    private static int[] ints(java.util.Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
