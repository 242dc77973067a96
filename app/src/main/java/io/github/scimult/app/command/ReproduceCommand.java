package io.github.scimult.app.command;

import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.recipe.ExpectedScores;
import io.github.scimult.app.recipe.Recipe;
import io.github.scimult.app.recipe.RecipeRow;
import io.github.scimult.app.recipe.RecipeRunner;
import io.github.scimult.app.recipe.RecipeTable;
import io.github.scimult.core.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does everything that a recipe names, and compares what comes out with what is expected. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        header = "Train and evaluate all runs of a recipe, into one table.",
        description =
                "%nEach model and each report that is finished is kept, so that the command can be stopped at any "
                        + "time and called again. Where the recipe's folder has expected scores, scores that differ by more "
                        + "than the tolerance, in either direction, are listed and make the exit code 1.",
        footer = {"", "Example:", "  scimult reproduce recipes/small --data collections/ --out small/"})
final class ReproduceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECIPE", description = "Folder with recipe.yaml.")
    private Path recipe;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder of the collections' folders.")
    private Path data;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where models, reports and table go.")
    private Path out;

    @Option(names = "--only", split = ",", description = "Only these runs of the recipe.")
    private List<String> only = List.of();

    @Option(names = "--record", description = "Record the scores as the expected ones; those of other runs are kept.")
    private boolean recorded;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A setting of training that overrides those of all runs. May be repeated.")
    private List<String> settings = List.of();

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        Recipe read = Recipe.read(recipe);
        Files.createDirectories(out);
        RecipeRunner reproduction = new RecipeRunner(recipe, read, data, out, settings, compute.config());
        List<RecipeRow> rows = reproduction.run(only);
        if (rows.isEmpty()) {
            return 0;
        }
        String table = RecipeTable.markdown(read, rows);
        AtomicFile.writeText(out.resolve("table.md"), table);
        System.out.println(table);
        if (recorded) {
            ExpectedScores.record(recipe, rows);
            return 0;
        }
        return compared(read, rows);
    }

    private int compared(Recipe read, List<RecipeRow> rows) throws IOException {
        if (!ExpectedScores.areThere(recipe)) {
            System.out.println("Nothing is expected yet; --record keeps this.");
            return 0;
        }
        List<String> drift = ExpectedScores.drift(recipe, rows, read.tolerance());
        System.out.println(
                drift.isEmpty()
                        ? "All scores are within %.3f of the expected ones.".formatted(read.tolerance())
                        : "Scores that drifted:");
        drift.forEach(line -> System.out.println("  " + line));
        List<String> otherSteps = ExpectedScores.otherSteps(recipe, rows);
        if (!otherSteps.isEmpty()) {
            System.out.println("Trained for longer or shorter than what is expected, so its scores are not comparable "
                    + "(budget.steps or budget.minutes, with --set, evens that out):");
            otherSteps.forEach(line -> System.out.println("  " + line));
        }
        return drift.isEmpty() ? 0 : 1;
    }
}
