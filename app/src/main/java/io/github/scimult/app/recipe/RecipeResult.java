package io.github.scimult.app.recipe;

import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import io.github.scimult.evaluation.metric.ConfidenceInterval;
import io.github.scimult.evaluation.metric.PairedBootstrap;
import io.github.scimult.evaluation.ranking.RankingSystem;
import java.util.ArrayList;
import java.util.List;

/** From the reports of all runs to the rows of a recipe's table. */
final class RecipeResult {
    private static final PairedBootstrap BOOTSTRAP = new PairedBootstrap(2_000, 0.95, 42);

    private RecipeResult() {}

    /** The rows of what the runs are compared with: the baseline and BM25. */
    public static List<RecipeRow> references(List<EvaluationReport> reports) {
        List<RecipeRow> rows = new ArrayList<>();
        for (EvaluationReport report : reports) {
            for (TaskReport task : report.tasks()) {
                task.systems().forEach(system -> rows.add(row(system.name(), report, task, List.of(system), 0, "")));
            }
        }
        return rows;
    }

    /**
     * The rows of a run.
     *
     * @param references a report a collection
     * @param first for each seed of the recipe's first run its reports; none if that is this run, or was not done
     * @param seeds for each seed its reports, in the order of the references
     * @param steps for each seed those it was trained for
     */
    public static List<RecipeRow> of(
            String run,
            List<EvaluationReport> references,
            List<List<EvaluationReport>> first,
            List<List<EvaluationReport>> seeds,
            List<Long> steps) {
        double meanSteps = steps.stream().mapToLong(Long::longValue).average().orElseThrow();
        List<RecipeRow> rows = new ArrayList<>();
        for (int collection = 0; collection < references.size(); collection++) {
            EvaluationReport reference = references.get(collection);
            for (TaskReport task : reference.tasks()) {
                List<SystemReport> systems = systems(seeds, collection, task);
                String marks = marks(task, systems, systems(first, collection, task));
                rows.add(row(run, reference, task, systems, meanSteps, marks));
            }
        }
        return rows;
    }

    private static List<SystemReport> systems(List<List<EvaluationReport>> seeds, int collection, TaskReport task) {
        List<SystemReport> systems = new ArrayList<>();
        for (List<EvaluationReport> reports : seeds) {
            TaskReport own = reports.get(collection).task(task.task());
            requireSameQueries(task, own);
            systems.add(own.systems().getFirst());
        }
        return systems;
    }

    private static void requireSameQueries(TaskReport reference, TaskReport own) {
        if (!reference.queryIds().equals(own.queryIds())) {
            throw new IllegalArgumentException("the reports of " + own.task()
                    + " are of other queries than those of the base: remove the folder of reports and measure again");
        }
    }

    private static RecipeRow row(
            String run,
            EvaluationReport report,
            TaskReport task,
            List<SystemReport> systems,
            double steps,
            String marks) {
        List<Double> values = systems.stream()
                .map(system -> system.means().get(task.primary()))
                .toList();
        return new RecipeRow(
                run,
                report.collection() + "/" + task.task(),
                task.primary(),
                task.queryIds().size(),
                values.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                RecipeRow.deviation(values),
                values.size(),
                steps,
                marks);
    }

    private static String marks(TaskReport reference, List<SystemReport> systems, List<SystemReport> first) {
        double[] own = averaged(systems);
        return mark("*", own, averaged(List.of(reference.system(RankingSystem.BASELINE))))
                + mark("†", own, averaged(List.of(reference.system("BM25"))))
                + (first.isEmpty() ? "" : mark("‡", own, averaged(first)));
    }

    private static double[] averaged(List<SystemReport> systems) {
        double[] mean = new double[systems.getFirst().primaryValues().size()];
        for (SystemReport system : systems) {
            for (int query = 0; query < mean.length; query++) {
                mean[query] += system.primaryValues().get(query) / systems.size();
            }
        }
        return mean;
    }

    private static String mark(String mark, double[] own, double[] other) {
        ConfidenceInterval interval = BOOTSTRAP.difference(own, other);
        if (!interval.excludesZero()) {
            return "";
        }
        return interval.high() < 0 ? "v" + mark : mark;
    }
}
