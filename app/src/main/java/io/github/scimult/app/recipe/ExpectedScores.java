package io.github.scimult.app.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a recipe is expected to come to, kept beside it as data: for each run its steps and, by task, its scores. A score
 * that moved by more than the tolerance is reported whichever way it moved, since a rise that nobody meant is as much to be
 * explained as a fall.
 */
public final class ExpectedScores {
    private static final String FILE = "expected.json";
    /** The difference between two runs of a fixed time on one machine. */
    private static final double SAME_STEPS = 0.15;

    private ExpectedScores() {}

    /**
     * One run.
     *
     * @param steps it was trained for, the mean over its seeds; 0 for what was not trained, or where it is not known
     * @param scores the score of each task
     */
    record Expected(long steps, SortedMap<String, Double> scores) {}

    /**
     * Keeps the rows as what is expected from now on. What is expected of runs without a row stays.
     *
     * @param recipe its folder
     * @throws BadDataException if there is a file already and it is damaged
     */
    public static void record(Path recipe, List<RecipeRow> rows) throws IOException {
        Map<String, Expected> all = new TreeMap<>(areThere(recipe) ? read(recipe) : Map.of());
        rows.forEach(row -> all.put(row.run(), new Expected(Math.round(row.steps()), new TreeMap<>())));
        rows.forEach(row -> all.get(row.run()).scores().put(row.task(), Math.round(row.mean() * 10_000) / 10_000.0));
        AtomicFile.writeText(recipe.resolve(FILE), Json.indented(all));
    }

    /** Whether anything is expected. */
    public static boolean areThere(Path recipe) {
        return Files.isRegularFile(recipe.resolve(FILE));
    }

    /**
     * What moved, a line each; nothing where all is as expected.
     *
     * @throws BadDataException if the file is damaged
     */
    public static List<String> drift(Path recipe, List<RecipeRow> rows, double tolerance) throws IOException {
        Map<String, Expected> expected = read(recipe);
        List<String> lines = new ArrayList<>();
        for (RecipeRow row : rows) {
            Double before = of(expected, row).scores().get(row.task());
            if (before == null) {
                lines.add("%s, %s: %.3f; nothing was expected".formatted(row.run(), row.task(), row.mean()));
            } else if (!(Math.abs(row.mean() - before) <= tolerance)) {
                lines.add("%s, %s: %.3f, expected %.3f (%+.3f, more than %.3f)"
                        .formatted(row.run(), row.task(), row.mean(), before, row.mean() - before, tolerance));
            }
        }
        return lines;
    }

    /**
     * Runs that were trained for clearly more or fewer steps than those whose scores are expected, a line each: where the
     * budget is time, a slower machine gets less far in it, and scores differ for that reason alone.
     *
     * @throws BadDataException if the file is damaged
     */
    public static List<String> otherSteps(Path recipe, List<RecipeRow> rows) throws IOException {
        Map<String, Expected> expected = read(recipe);
        return rows.stream()
                .filter(row -> isOther(row.steps(), of(expected, row).steps()))
                .map(row -> "%s: %d steps, where the expected scores are of %d"
                        .formatted(
                                row.run(),
                                Math.round(row.steps()),
                                of(expected, row).steps()))
                .distinct()
                .toList();
    }

    private static boolean isOther(double steps, long expected) {
        return expected > 0 && Math.abs(steps - expected) > SAME_STEPS * expected;
    }

    private static Expected of(Map<String, Expected> expected, RecipeRow row) {
        return expected.getOrDefault(row.run(), new Expected(0, new TreeMap<>()));
    }

    private static Map<String, Expected> read(Path recipe) throws IOException {
        Path file = recipe.resolve(FILE);
        try {
            return Json.MAPPER.readValue(file.toFile(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw BadDataException.in(file, "is no list of expected scores: " + e.getOriginalMessage());
        }
    }
}
