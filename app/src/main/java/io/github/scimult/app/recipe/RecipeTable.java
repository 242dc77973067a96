package io.github.scimult.app.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of a recipe as tables in Markdown: a line a run, and a column for each task of each collection or for each task. */
public final class RecipeTable {
    private RecipeTable() {}

    /**
     * Both tables, the one by tasks first.
     *
     * @param rows of all runs and of what they are compared with, in the tables' order
     */
    public static String markdown(Recipe recipe, List<RecipeRow> rows) {
        return "## " + recipe.title() + "\n\nMeans over collections:\n\n"
                + RecipeSummary.markdown(rows, recipe.train().keySet()) + "\nEach by itself:\n\n" + byCollection(rows)
                + legend(recipe.runs().getFirst().name());
    }

    private static String byCollection(List<RecipeRow> rows) {
        List<String> tasks = rows.stream().map(RecipeRow::task).distinct().toList();
        StringBuilder table = new StringBuilder("|  |");
        for (String task : tasks) {
            RecipeRow any = first(rows, task);
            table.append(" %s %s (%d) |".formatted(task, any.metric(), any.queries()));
        }
        table.append("\n|---|").append("---|".repeat(tasks.size())).append('\n');
        for (String run : rows.stream().map(RecipeRow::run).distinct().toList()) {
            table.append("| ").append(run).append(" | ").append(String.join(" | ", cells(rows, run, tasks)));
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String legend(String first) {
        return """

                Steps are those of all stages. In brackets the number of queries. ± is the standard deviation between seeds. *, † and ‡: the 95 %%
                confidence interval of the difference to the baseline, to BM25 and to %s excludes 0; v before them: it is a loss.
                """.formatted(first);
    }

    private static RecipeRow first(List<RecipeRow> rows, String task) {
        return rows.stream().filter(row -> row.task().equals(task)).findFirst().orElseThrow();
    }

    private static List<String> cells(List<RecipeRow> rows, String run, List<String> tasks) {
        List<String> cells = new ArrayList<>();
        for (String task : tasks) {
            cells.add(rows.stream()
                    .filter(row -> row.run().equals(run) && row.task().equals(task))
                    .map(RecipeTable::cell)
                    .findFirst()
                    .orElse("–"));
        }
        return cells;
    }

    private static String cell(RecipeRow row) {
        String spread = row.seeds() < 2 ? "" : " ±" + fraction(row.deviation());
        return fraction(row.mean()) + row.marks() + spread;
    }

    static String fraction(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("^0\\.", ".");
    }
}
