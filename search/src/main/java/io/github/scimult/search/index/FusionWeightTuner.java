package io.github.scimult.search.index;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.DevHalves;
import io.github.scimult.evaluation.metric.JudgedRanking;
import io.github.scimult.evaluation.metric.RankingMetric;
import io.github.scimult.evaluation.metric.TaskMetrics;
import io.github.scimult.search.record.IndexedPaper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits what words count beside vectors on one half of a task's dev judgements, by the task's primary metric, and measures on the
 * other half what came of it: rankings as they are served.
 *
 * @param collection whose dev split is used
 * @param index of the same collection
 */
public record FusionWeightTuner(LiteratureCollection collection, LiteratureIndex index) {
    private static final int MOST_QUERIES = 300; // in each half
    private static final int LEAST_QUERIES = 20;
    private static final int ANSWERS = 20;
    private static final double[] WEIGHTS = {0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2, 4};

    /**
     * What came of it.
     *
     * @param weight fitted on {@code fittedOn} queries
     * @param measuredOn so many others gave the metrics
     * @param metric its name
     * @param words alone
     * @param vectors alone
     * @param together with the weight
     */
    public record Outcome(
            Task task,
            double weight,
            int fittedOn,
            int measuredOn,
            String metric,
            double words,
            double vectors,
            double together) {}

    /** Of a query: what was found, and what is right. */
    private record Judged(FoundPapers found, Map<String, Integer> grades, IndexSnapshot.Papers papers) {}

    /** Whether a task ranks papers and has enough judgements. */
    public boolean isPossible(Task task) {
        return task.family() != TaskFamily.CLASSIFICATION
                && collection.splits(task).contains(Split.DEV)
                && collection.judgements(task, Split.DEV).queries() >= LEAST_QUERIES;
    }

    /** Fits and measures. */
    public Outcome run(Task task) throws IOException {
        Judgements judgements = collection.judgements(task, Split.DEV);
        DevHalves halves = DevHalves.of(judgements, MOST_QUERIES);
        RankingMetric measure = TaskMetrics.of(task.family(), false).primary().measure();
        return index.ask(snapshot -> {
            List<Judged> fitted = judged(snapshot, task, halves.fitted());
            List<Judged> others = judged(snapshot, task, halves.others());
            double best = best(snapshot, fitted, measure);
            return new Outcome(
                    task,
                    best,
                    fitted.size(),
                    others.size(),
                    measure.displayName(),
                    mean(snapshot, others, Double.POSITIVE_INFINITY, measure),
                    mean(snapshot, others, 0, measure),
                    mean(snapshot, others, best, measure));
        });
    }

    private static double best(IndexSnapshot snapshot, List<Judged> queries, RankingMetric measure) throws IOException {
        double best = FusionWeights.DEFAULT;
        double mean = mean(snapshot, queries, best, measure);
        for (double weight : WEIGHTS) {
            double other = mean(snapshot, queries, weight, measure);
            if (other > mean) {
                mean = other;
                best = weight;
            }
        }
        return best;
    }

    private List<Judged> judged(IndexSnapshot snapshot, Task task, List<Integer> queries) throws IOException {
        Judgements judgements = collection.judgements(task, Split.DEV);
        List<Judged> judged = new ArrayList<>();
        for (int query : queries) {
            int[] rows = judgements.candidateRows(query);
            int[] scores = judgements.scores(query);
            Map<String, Integer> grades = new HashMap<>();
            for (int i = 0; i < rows.length; i++) {
                grades.put(collection.papers().id(rows[i]), scores[i]);
            }
            PaperQuery question = question(task, judgements.queryRow(query));
            judged.add(new Judged(snapshot.found(question, 1), grades, readOnce(snapshot)));
        }
        return judged;
    }

    /** A query is ranked with each weight, and finds much the same papers. */
    private static IndexSnapshot.Papers readOnce(IndexSnapshot snapshot) {
        Map<Integer, IndexedPaper> read = new HashMap<>();
        return document -> {
            IndexedPaper known = read.get(document);
            if (known == null) {
                known = snapshot.stored().paper(document);
                read.put(document, known);
            }
            return known;
        };
    }

    /** A paper is no answer to itself. */
    private PaperQuery question(Task task, int row) {
        if (task.family() == TaskFamily.SEARCH) {
            return PaperQuery.of(task, collection.queries().get(row).segments());
        }
        SegmentedText text = collection.papers().get(row).segments();
        String own = collection.papers().id(row);
        return PaperQuery.of(task, text).among(SearchFilter.NONE.without(Set.of(own)));
    }

    private static double mean(IndexSnapshot snapshot, List<Judged> queries, double weight, RankingMetric measure)
            throws IOException {
        double sum = 0;
        for (Judged query : queries) {
            int[] retrieved = snapshot.hits(query.found().inOrder(weight), ANSWERS, query.papers()).stream()
                    .mapToInt(hit -> query.grades().getOrDefault(hit.paper().id(), JudgedRanking.UNJUDGED))
                    .toArray();
            int[] grades =
                    query.grades().values().stream().mapToInt(Integer::intValue).toArray();
            sum += measure.of(new JudgedRanking(retrieved, grades));
        }
        return sum / queries.size();
    }
}
