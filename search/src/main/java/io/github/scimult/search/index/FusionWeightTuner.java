package io.github.scimult.search.index;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.retrieval.FusionWeightChoice;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.DevHalves;
import io.github.scimult.evaluation.metric.JudgedRanking;
import io.github.scimult.evaluation.metric.RankingMetric;
import io.github.scimult.evaluation.metric.TaskMetrics;
import io.github.scimult.search.fusion.FoundPapers;
import io.github.scimult.search.fusion.RankedPaper;
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
    private record Judged(FoundPapers found, Map<String, Integer> grades, PaperGrouping grouping) {}

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
            double best = best(fitted, measure);
            return new Outcome(
                    task,
                    best,
                    fitted.size(),
                    others.size(),
                    measure.displayName(),
                    mean(others, Double.POSITIVE_INFINITY, measure),
                    mean(others, 0, measure),
                    mean(others, best, measure));
        });
    }

    private static double best(List<Judged> queries, RankingMetric measure) throws IOException {
        double[] weights = FusionWeightChoice.weights();
        double[][] values = new double[queries.size()][weights.length];
        for (int query = 0; query < values.length; query++) {
            for (int weight = 0; weight < weights.length; weight++) {
                values[query][weight] = value(queries.get(query), weights[weight], measure);
            }
        }
        return FusionWeightChoice.of(values);
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
            PreparedQuery prepared = snapshot.retrieval().prepared(question, 1);
            FoundPapers found = snapshot.retrieval().found(prepared, LiteratureIndex.DEPTH);
            judged.add(new Judged(found, grades, snapshot.grouping(prepared)));
        }
        return judged;
    }

    /** A paper is no answer to itself. */
    private PaperQuery question(Task task, int row) {
        if (task.family() == TaskFamily.SEARCH) {
            return PaperQuery.of(task, collection.queries().get(row).segments()).limit(ANSWERS);
        }
        SegmentedText text = collection.papers().get(row).segments();
        String own = collection.papers().id(row);
        return PaperQuery.of(task, text)
                .among(SearchFilter.NONE.without(Set.of(own)))
                .limit(ANSWERS)
                .withoutAsked(true);
    }

    private static double mean(List<Judged> queries, double weight, RankingMetric measure) throws IOException {
        double sum = 0;
        for (Judged query : queries) {
            sum += value(query, weight, measure);
        }
        return sum / queries.size();
    }

    private static double value(Judged query, double weight, RankingMetric measure) throws IOException {
        List<RankedPaper> order = query.found().inOrder(Fusion.weightedSum(weight));
        int[] retrieved = query.grouping().first(order).stream()
                .mapToInt(hit -> query.grades().getOrDefault(hit.paper().id(), JudgedRanking.UNJUDGED))
                .toArray();
        int[] grades =
                query.grades().values().stream().mapToInt(Integer::intValue).toArray();
        return measure.of(new JudgedRanking(retrieved, grades));
    }
}
