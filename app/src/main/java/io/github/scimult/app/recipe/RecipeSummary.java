package io.github.scimult.app.recipe;

import io.github.scimult.core.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a recipe by task, as a smaller table in Markdown: steps, and for each kind of task its mean over the collections that are
 * trained on, and over those that are not.
 */
final class RecipeSummary {
    private RecipeSummary() {}

    /**
     * The table.
     *
     * @param rows of all runs and of what they are compared with
     * @param trained names of the collections that are trained on
     */
    static String markdown(List<RecipeRow> rows, Set<String> trained) {
        Map<String, List<String>> columns = columns(rows, trained);
        StringBuilder table = new StringBuilder("|  | steps |");
        columns.forEach((title, tasks) -> table.append(" %s (%s) |".formatted(title, collections(tasks))));
        table.append("\n|---|---|").append("---|".repeat(columns.size())).append('\n');
        for (String run : rows.stream().map(RecipeRow::run).distinct().toList()) {
            table.append("| ")
                    .append(run)
                    .append(" | ")
                    .append(steps(rows, run))
                    .append(" |");
            for (List<String> tasks : columns.values()) {
                OptionalDouble mean = rows.stream()
                        .filter(row -> row.run().equals(run) && tasks.contains(row.task()))
                        .mapToDouble(RecipeRow::mean)
                        .average();
                table.append(' ')
                        .append(mean.isPresent() ? RecipeTable.fraction(mean.getAsDouble()) : "–")
                        .append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String steps(List<RecipeRow> rows, String run) {
        long steps = rows.stream()
                .filter(row -> row.run().equals(run))
                .mapToLong(row -> Math.round(row.steps()))
                .findFirst()
                .orElseThrow();
        return steps == 0 ? "–" : String.valueOf(steps);
    }

    /** Trained collections first, held-out ones last. */
    private static Map<String, List<String>> columns(List<RecipeRow> rows, Set<String> trained) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (String task : rows.stream().map(RecipeRow::task).distinct().toList()) {
            String family =
                    Task.parse(task.substring(task.indexOf('/') + 1)).family().lowerCaseName();
            if (trained.contains(collection(task))) {
                columns.computeIfAbsent(family, title -> new ArrayList<>()).add(task);
            } else {
                others.computeIfAbsent(family + ", held out", title -> new ArrayList<>())
                        .add(task);
            }
        }
        columns.putAll(others);
        return columns;
    }

    private static String collections(List<String> tasks) {
        return tasks.stream().map(RecipeSummary::collection).collect(Collectors.joining(", "));
    }

    private static String collection(String task) {
        return task.substring(0, task.indexOf('/'));
    }
}
