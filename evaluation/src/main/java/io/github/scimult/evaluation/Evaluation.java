package io.github.scimult.evaluation;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.metric.TaskMetrics;
import io.github.scimult.evaluation.ranking.EncodedPapers;
import io.github.scimult.evaluation.ranking.EvaluationProgress;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.task.RankingTask;
import io.github.scimult.evaluation.task.RankingTaskReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Evaluates any number of systems on the tasks of a collection's split, by the protocols of {@link TaskMetrics}.
 *
 * <pre>{@code
 * EvaluationReport report = Evaluation.of(collection, EvaluationOptions.DEFAULTS)
 *         .withProgress(progress)
 *         .withRunFolder(folder)
 *         .run(Split.DEV, RankingSystem.baseAndTrained(base, Bm25Indexer.LUCENE, trained));
 * }</pre>
 *
 * @param collection whose judgements and papers are used
 * @param options what is chosen
 * @param progress receives the progress
 * @param runFolder where TREC run files and judgements go; null for nowhere
 * @param notes what the report shall say besides
 */
public record Evaluation(
        LiteratureCollection collection,
        EvaluationOptions options,
        EvaluationProgress progress,
        Path runFolder,
        Map<String, String> notes) {
    /** A silent evaluation that writes no run files. */
    public static Evaluation of(LiteratureCollection collection, EvaluationOptions options) {
        return new Evaluation(collection, options, EvaluationProgress.NONE, null, Map.of());
    }

    /** The same, telling how far it is. */
    public Evaluation withProgress(EvaluationProgress progress) {
        return new Evaluation(collection, options, progress, runFolder, notes);
    }

    /** The same, writing run files. */
    public Evaluation withRunFolder(Path runFolder) {
        return new Evaluation(collection, options, progress, runFolder, notes);
    }

    /** The same, with notes in the report. */
    public Evaluation withNotes(Map<String, String> notes) {
        return new Evaluation(collection, options, progress, runFolder, notes);
    }

    /**
     * Measures. A paper is embedded once an encoder, for all tasks at once, labels and queries once a task; every text is
     * read when it is needed.
     *
     * @param systems the rows of the table, in this order
     * @throws IllegalArgumentException if a task that was asked for has no judgements in the split, if none has, or if
     *     the systems' names don't fit together
     * @throws IOException if a run file cannot be written
     */
    public EvaluationReport run(Split split, List<RankingSystem> systems) throws IOException {
        RankingSystem.requireSound(systems);
        List<RankingTask> tasks =
                chosenTasks(split).stream().map(task -> read(split, task)).toList();
        List<TaskReport> reports = new ArrayList<>();
        try (EncodedPapers papers = EncodedPapers.of(collection, tasks, systems, progress)) {
            for (RankingTask task : tasks) {
                reports.add(new TaskEvaluation(this, split, task, List.copyOf(systems), papers).run());
            }
        }
        return new EvaluationReport(collection.name(), collection.fingerprint(), split, options, notes, reports);
    }

    RankingTask read(Split split, Task task) {
        return RankingTaskReader.read(collection, split, task, options.sampling(task.family()));
    }

    private SortedSet<Task> chosenTasks(Split split) {
        SortedSet<Task> measurable = new TreeSet<>();
        for (Task task : collection.tasks()) {
            if (RankingTaskReader.hasQueries(collection, split, task)) {
                measurable.add(task);
            }
        }
        SortedSet<Task> chosen = new TreeSet<>(measurable);
        if (!options.tasks().isEmpty()) {
            chosen.clear();
            options.tasks().forEach(name -> chosen.add(Task.parse(name)));
        }
        if (chosen.isEmpty() || !measurable.containsAll(chosen)) {
            throw new IllegalArgumentException("the collection " + collection.name()
                    + " has no judgements in its split "
                    + split.lowerCaseName() + " for " + (chosen.isEmpty() ? "any task" : wanted(chosen, measurable))
                    + "; it has judgements for: " + available());
        }
        return chosen;
    }

    private static String wanted(SortedSet<Task> chosen, SortedSet<Task> measurable) {
        return String.join(
                ", ",
                chosen.stream()
                        .filter(task -> !measurable.contains(task))
                        .map(Task::name)
                        .toList());
    }

    private String available() {
        List<String> available = new ArrayList<>();
        for (Task task : collection.tasks()) {
            for (Split split : collection.splits(task)) {
                available.add(task + " (" + split.lowerCaseName() + ")");
            }
        }
        return available.isEmpty() ? "nothing" : String.join(", ", available);
    }
}
