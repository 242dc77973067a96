package io.github.scimult.core.example;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Makes {@link TrainingPairs} out of a collection's judgements. */
public final class PairReader {
    private static final int[] NONE = {};

    private PairReader() {}

    /**
     * The pairs of a task in the train split.
     *
     * @param labelCap at most so many papers teach one label, drawn by the seed, so that general labels do not swamp
     *     specific ones (SciMult, appendix on data: 100)
     * @return pairs, none if the split has no judgements for the task
     */
    public static TrainingPairs read(LiteratureCollection collection, Task task, int labelCap, long seed) {
        Judgements judgements = collection.judgements(task, Split.TRAIN);
        boolean labels = task.family() == TaskFamily.CLASSIFICATION;
        Rows rows = new Rows();
        int[] order = shuffled(judgements.queries(), seed);
        int[] uses = new int[collection.labels().size()];
        int[][] positives = new int[judgements.queries()][];
        for (int query : order) {
            positives[query] = select(judgements, query, true);
            if (labels) {
                positives[query] = Arrays.stream(positives[query])
                        .filter(label -> uses[label]++ < labelCap)
                        .toArray();
            }
        }
        for (int query = 0; query < positives.length; query++) {
            if (positives[query].length > 0) {
                int[] known = select(judgements, query, true);
                Arrays.sort(known);
                rows.add(judgements.queryRow(query), positives[query], select(judgements, query, false), known);
            }
        }
        TextKind queryKind = task.family() == TaskFamily.SEARCH ? TextKind.QUERY : TextKind.PAPER;
        int candidates =
                labels ? collection.labels().size() : collection.papers().size();
        return rows.pairs(collection, task, queryKind, labels ? TextKind.LABEL : TextKind.PAPER, candidates);
    }

    /**
     * Searches made from the papers themselves, for collections without a log: a title is to find its abstract. Papers
     * that the dev and test splits ask about are left out.
     *
     * @param hasBoth whether the paper of a row has both a title and an abstract
     */
    public static TrainingPairs titles(LiteratureCollection collection, IntPredicate hasBoth) {
        boolean[] held = heldOut(collection);
        Rows rows = new Rows();
        for (int row = 0; row < held.length; row++) {
            if (!held[row] && hasBoth.test(row)) {
                int[] self = {row};
                rows.add(row, self, NONE, self);
            }
        }
        return rows.pairs(collection, Task.SEARCH, TextKind.TITLE, TextKind.ABSTRACT, held.length);
    }

    /** For each paper whether the dev or the test split asks about it. */
    public static boolean[] heldOut(LiteratureCollection collection) {
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
        return Arrays.copyOf(selected, count);
    }

    private static int[] shuffled(int size, long seed) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        Shuffle.shuffle(order, new SplittableRandom(seed));
        return order;
    }

    /** Rows while they are gathered. A link counts as known in both directions: it says that the two belong together. */
    private static final class Rows {
        private final List<Integer> queries = new ArrayList<>();
        private final List<int[]> positives = new ArrayList<>();
        private final List<int[]> negatives = new ArrayList<>();
        private final List<int[]> known = new ArrayList<>();

        void add(int query, int[] positive, int[] negative, int[] relevant) {
            queries.add(query);
            positives.add(positive);
            negatives.add(negative);
            known.add(relevant);
        }

        TrainingPairs pairs(
                LiteratureCollection collection,
                Task task,
                TextKind queryKind,
                TextKind candidateKind,
                int candidates) {
            if (task.family() == TaskFamily.LINK) {
                addReverseLinks();
            }
            return new TrainingPairs(
                    collection.name(),
                    task,
                    queryKind,
                    candidateKind,
                    candidates,
                    queries.stream().mapToInt(Integer::intValue).toArray(),
                    positives.toArray(int[][]::new),
                    negatives.toArray(int[][]::new),
                    known.toArray(int[][]::new));
        }

        private void addReverseLinks() {
            TreeMap<Integer, List<Integer>> linkedFrom = new TreeMap<>();
            for (int i = 0; i < queries.size(); i++) {
                for (int candidate : known.get(i)) {
                    linkedFrom
                            .computeIfAbsent(candidate, row -> new ArrayList<>())
                            .add(queries.get(i));
                }
            }
            for (int i = 0; i < queries.size(); i++) {
                List<Integer> sources = linkedFrom.getOrDefault(queries.get(i), List.of());
                int[] both = Arrays.copyOf(known.get(i), known.get(i).length + sources.size());
                for (int j = 0; j < sources.size(); j++) {
                    both[known.get(i).length + j] = sources.get(j);
                }
                known.set(i, Arrays.stream(both).sorted().distinct().toArray());
            }
        }
    }
}
