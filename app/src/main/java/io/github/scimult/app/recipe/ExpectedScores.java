package io.github.scimult.app.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.core.collection.BadDataException;
import io.github.scimult.core.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a recipe is expected to come to, kept beside it as data: run → task → figure. A figure that moved by more than the
 * tolerance is reported whichever way it moved, since a rise that nobody meant is as much to be explained as a fall.
 */
public final class ExpectedScores {
    private static final String FILE = "expected.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExpectedScores() {}

    /** Keeps the rows as what is expected from now on. */
    public static void record(Path recipe, List<RecipeRow> rows) throws IOException {
        Map<String, Map<String, Double>> scores = new TreeMap<>();
        rows.forEach(row -> scores.computeIfAbsent(row.run(), run -> new TreeMap<>())
                .put(row.task(), Math.round(row.mean() * 10_000) / 10_000.0));
        AtomicFile.writeText(
                recipe.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(scores) + "\n");
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
        Map<String, Map<String, Double>> expected = read(recipe.resolve(FILE));
        List<String> lines = new ArrayList<>();
        for (RecipeRow row : rows) {
            Double before = expected.getOrDefault(row.run(), Map.of()).get(row.task());
            if (before == null) {
                lines.add("%s, %s: %.3f; nothing was expected".formatted(row.run(), row.task(), row.mean()));
            } else if (!(Math.abs(row.mean() - before) <= tolerance)) {
                lines.add("%s, %s: %.3f, expected %.3f (%+.3f, more than %.3f)"
                        .formatted(row.run(), row.task(), row.mean(), before, row.mean() - before, tolerance));
            }
        }
        return lines;
    }

    private static Map<String, Map<String, Double>> read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw BadDataException.in(file, "is no list of expected scores: " + e.getOriginalMessage());
        }
    }
}
