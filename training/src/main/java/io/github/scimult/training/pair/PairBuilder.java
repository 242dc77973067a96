package io.github.scimult.training.pair;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Makes {@link TrainingPairs} out of a collection's judgements. */
public final class PairBuilder {
    private static final int[] NONE = {};

    private PairBuilder() {}

    /**
     * The pairs of a task in the train split.
     *
     * @param labelCap at most so many papers teach one label, drawn by the seed, so that general labels do not swamp
     *     specific ones (SciMult, appendix on data: 100)
     * @return pairs, none if the split has no judgements for the task
     */
    public static TrainingPairs read(LiteratureCollection collection, Task task, int labelCap, long seed) {
        return readWithout(NONE, collection, task, labelCap, seed);
    }

    /**
     * The same without some queries.
     *
     * @param leftOut their rows among the papers, or among the searches
     */
    public static TrainingPairs readWithout(
            int[] leftOut, LiteratureCollection collection, Task task, int labelCap, long seed) {
        BitSet without = new BitSet();
        Arrays.stream(leftOut).forEach(without::set);
        Judgements judgements = collection.judgements(task, Split.TRAIN);
        boolean labels = task.family() == TaskFamily.CLASSIFICATION;
        Rows rows = new Rows(judgements.queries());
        int[] order = RandomSample.permutation(judgements.queries(), new SplittableRandom(seed));
        int[] uses = new int[collection.labels().size()];
        int[][] positives = new int[judgements.queries()][];
        for (int query : order) {
            positives[query] = without.get(judgements.queryRow(query)) ? NONE : select(judgements, query, true);
            if (labels) {
                positives[query] = Arrays.stream(positives[query])
                        .filter(label -> uses[label]++ < labelCap)
                        .toArray();
            }
        }
        UnaryOperator<int[]> relevant = labels
                ? new LabelAncestors(collection.labels())::withAncestors
                : selected -> Arrays.stream(selected).sorted().toArray();
        for (int query = 0; query < positives.length; query++) {
            if (positives[query].length > 0) {
                int[] known = relevant.apply(select(judgements, query, true));
                int[] negatives = without(select(judgements, query, false), known);
                rows.add(judgements.queryRow(query), positives[query], negatives, known);
            }
        }
        TextKind queryKind = task.family() == TaskFamily.SEARCH ? TextKind.QUERY : TextKind.PAPER;
        int candidates =
                labels ? collection.labels().size() : collection.papers().size();
        return rows.pairs(collection, task, queryKind, labels ? TextKind.LABEL : TextKind.PAPER, candidates);
    }

    /**
     * Searches made from the papers themselves, for collections without a log. Papers that the dev and test splits ask about
     * are left out; where there are none, a tenth of all, by which dev measures.
     *
     * @param seed of that tenth
     * @param kind what stands in for a search
     * @param hasBoth whether the paper of a row has such a query, and what it is to find
     */
    public static TrainingPairs pseudoQueries(
            LiteratureCollection collection, TextKind kind, long seed, IntPredicate hasBoth) {
        boolean[] held = heldOutOfPseudoQueries(collection, seed);
        Rows rows = new Rows(held.length);
        int[] chosen = IntStream.range(0, held.length)
                .parallel()
                .filter(row -> !held[row] && hasBoth.test(row))
                .toArray();
        for (int row : chosen) {
            int[] self = {row};
            rows.add(row, self, NONE, self);
        }
        return rows.pairs(collection, Task.SEARCH, kind, kind.target(), held.length);
    }

    /**
     * For each paper whether pseudo-queries leave it out: the dev or the test split asks about it, or, where neither asks about any, it is
     * of a tenth that is sampled by the seed.
     */
    public static boolean[] heldOutOfPseudoQueries(LiteratureCollection collection, long seed) {
        boolean[] held = heldOut(collection);
        if (IntStream.range(0, held.length).noneMatch(row -> held[row])) {
            int[] order = RandomSample.permutation(held.length, new SplittableRandom(seed));
            Arrays.stream(order, 0, held.length / 10).forEach(row -> held[row] = true);
        }
        return held;
    }

    private static boolean[] heldOut(LiteratureCollection collection) {
        boolean[] held = new boolean[collection.papers().size()];
        for (Task task : collection.tasks()) {
            for (Split split : collection.splits(task)) {
                if (split != Split.TRAIN && task.family() != TaskFamily.SEARCH) {
                    Judgements judgements = collection.judgements(task, split);
                    for (int query = 0; query < judgements.queries(); query++) {
                        held[judgements.queryRow(query)] = true;
                    }
                }
            }
        }
        return held;
    }

    private static int[] without(int[] rows, int[] known) {
        return Arrays.stream(rows)
                .filter(row -> Arrays.binarySearch(known, row) < 0)
                .toArray();
    }

    private static int[] select(Judgements judgements, int query, boolean relevant) {
        int[] candidates = judgements.candidateRows(query);
        int[] scores = judgements.scores(query);
        int[] selected = new int[candidates.length];
        int count = 0;
        for (int i = 0; i < candidates.length; i++) {
            if (scores[i] > 0 == relevant) {
                selected[count++] = candidates[i];
            }
        }
        return count == 0 ? NONE : Arrays.copyOf(selected, count);
    }

    /** Rows while they are gathered. A link counts as known in both directions: it says that the two belong together. */
    private static final class Rows {
        private final int[] queries;
        private final int[][] positives;
        private final int[][] negatives;
        private final int[][] known;
        private int size;

        Rows(int most) {
            queries = new int[most];
            positives = new int[most][];
            negatives = new int[most][];
            known = new int[most][];
        }

        void add(int query, int[] positive, int[] negative, int[] relevant) {
            queries[size] = query;
            positives[size] = positive;
            negatives[size] = negative;
            known[size++] = relevant;
        }

        TrainingPairs pairs(
                LiteratureCollection collection,
                Task task,
                TextKind queryKind,
                TextKind candidateKind,
                int candidates) {
            if (task.family() == TaskFamily.LINK) {
                addReverseLinks(candidates);
            }
            return new TrainingPairs(
                    collection.name(),
                    task,
                    queryKind,
                    candidateKind,
                    candidates,
                    Arrays.copyOf(queries, size),
                    Arrays.copyOf(positives, size),
                    Arrays.copyOf(negatives, size),
                    Arrays.copyOf(known, size));
        }

        private void addReverseLinks(int papers) {
            int[] starts = new int[papers + 1]; // of each paper's places in sources
            for (int i = 0; i < size; i++) {
                for (int candidate : known[i]) {
                    starts[candidate + 1]++;
                }
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] sources = new int[starts[papers]]; // papers that link to a paper, paper by paper
            int[] next = starts.clone();
            for (int i = 0; i < size; i++) {
                for (int candidate : known[i]) {
                    sources[next[candidate]++] = queries[i];
                }
            }
            for (int i = 0; i < size; i++) {
                int[] linking = Arrays.copyOfRange(sources, starts[queries[i]], starts[queries[i] + 1]);
                if (linking.length > 0) {
                    known[i] = IntStream.concat(Arrays.stream(known[i]), Arrays.stream(linking))
                            .sorted()
                            .distinct()
                            .toArray();
                }
            }
        }
    }
}
