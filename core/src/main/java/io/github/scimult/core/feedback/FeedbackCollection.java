package io.github.scimult.core.feedback;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A collection with the feedback on its results, as judgements of its train split: 1 for useful, 0, a hard negative, for
 * not. What is about a query or a paper that dev or test asks with stays out, so that these splits still measure.
 */
public final class FeedbackCollection {
    private static final String QUERY_ID = "feedback-";

    private final LiteratureCollection collection;
    private final SortedMap<Task, List<Judgement>> added = new TreeMap<>();
    private final List<Query> queries = new ArrayList<>();
    private final Map<String, String> queryIds = new HashMap<>(); // by words
    private final Set<String> measured = new HashSet<>(); // task and query, of dev and test
    private int held;
    private int unknown;

    private FeedbackCollection(LiteratureCollection collection) {
        this.collection = collection;
        collection.tasks().forEach(this::rememberMeasured);
        for (int row = 0; row < collection.queries().size(); row++) {
            queryIds.putIfAbsent(
                    collection.queries().get(row).text(), collection.queries().id(row));
        }
    }

    /** What of the verdicts a collection can learn from. */
    public static FeedbackCollection of(LiteratureCollection collection, List<Verdict> verdicts) {
        FeedbackCollection feedback = new FeedbackCollection(collection);
        verdicts.forEach(feedback::add);
        return feedback;
    }

    private void rememberMeasured(Task task) {
        for (Split split : List.of(Split.DEV, Split.TEST)) {
            if (collection.splits(task).contains(split)) {
                Judgements judgements = collection.judgements(task, split);
                for (int query = 0; query < judgements.queries(); query++) {
                    measured.add(task + " " + askedId(task, judgements.queryRow(query)));
                }
            }
        }
    }

    private String askedId(Task task, int row) {
        return task.family() == TaskFamily.SEARCH
                ? collection.queries().id(row)
                : collection.papers().id(row);
    }

    private void add(Verdict verdict) {
        boolean answerKnown = verdict.task().family() == TaskFamily.CLASSIFICATION
                ? collection.labels().row(verdict.answer()) >= 0
                : collection.papers().row(verdict.answer()) >= 0;
        if (!answerKnown || (verdict.isOnPaper() && collection.papers().row(verdict.asked()) < 0)) {
            unknown++;
            return;
        }
        String asked = verdict.isOnPaper() ? verdict.asked() : queryId(verdict.asked());
        if (measured.contains(verdict.task() + " " + asked)) {
            held++;
            return;
        }
        added.computeIfAbsent(verdict.task(), _ -> new ArrayList<>())
                .add(new Judgement(asked, verdict.answer(), verdict.useful() ? 1 : 0));
    }

    private String queryId(String words) {
        return queryIds.computeIfAbsent(words, _ -> {
            String id = QUERY_ID + (queries.size() + 1);
            queries.add(new Query(id, words));
            return id;
        });
    }

    /** How many judgements come to each task. */
    public SortedMap<Task, Integer> added() {
        SortedMap<Task, Integer> counts = new TreeMap<>();
        added.forEach((task, judgements) -> counts.put(task, judgements.size()));
        return counts;
    }

    /** For people: what is added, and what is not. */
    public String report() {
        List<String> parts = new ArrayList<>();
        added().forEach((task, count) -> parts.add("%s %,d".formatted(task, count)));
        String left = (held == 0 ? "" : "; %,d left out whose question dev or test asks".formatted(held))
                + (unknown == 0
                        ? ""
                        : "; %,d left out on papers or labels that the collection does not have".formatted(unknown));
        return "judgements added from feedback: " + (parts.isEmpty() ? "none" : String.join(", ", parts)) + left;
    }

    /**
     * Writes the collection with them.
     *
     * @throws IllegalArgumentException if there is something at this place already
     */
    public void write(Path folder) throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            for (int row = 0; row < collection.papers().size(); row++) {
                writer.add(collection.papers().get(row));
            }
            for (int row = 0; row < collection.labels().size(); row++) {
                writer.add(collection.labels().get(row));
            }
            for (int row = 0; row < collection.queries().size(); row++) {
                writer.add(collection.queries().get(row));
            }
            for (Query query : queries) {
                writer.add(query);
            }
            for (Task task : collection.tasks()) {
                for (Split split : collection.splits(task)) {
                    copy(task, split, writer);
                }
            }
            // Of a pair that is judged twice the last judgement counts.
            for (Map.Entry<Task, List<Judgement>> ofTask : added.entrySet()) {
                for (Judgement judgement : ofTask.getValue()) {
                    writer.add(ofTask.getKey(), Split.TRAIN, judgement);
                }
            }
            writer.commit();
        }
    }

    private void copy(Task task, Split split, CollectionWriter writer) throws IOException {
        Judgements judgements = collection.judgements(task, split);
        for (int query = 0; query < judgements.queries(); query++) {
            String asked = askedId(task, judgements.queryRow(query));
            int[] rows = judgements.candidateRows(query);
            int[] scores = judgements.scores(query);
            for (int i = 0; i < rows.length; i++) {
                String candidate = task.family() == TaskFamily.CLASSIFICATION
                        ? collection.labels().id(rows[i])
                        : collection.papers().id(rows[i]);
                writer.add(task, split, new Judgement(asked, candidate, scores[i]));
            }
        }
    }
}
