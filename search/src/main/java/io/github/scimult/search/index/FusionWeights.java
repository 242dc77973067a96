package io.github.scimult.search.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The weights of BM25 in an index's hybrid rankings, by the family of the task; kept as {@code ranking.json} beside the
 * index's other files.
 *
 * @param fitted by family; what is not there has {@link #DEFAULT}
 */
public record FusionWeights(Map<TaskFamily, Double> fitted) {
    /** Where nothing was fitted; evaluations use it, too. */
    public static final double DEFAULT = Fusion.DEFAULT_WEIGHT;

    private static final String NAME = "ranking.json";
    private static final String WEIGHTS = "bm25Weights";

    public FusionWeights {
        fitted = Map.copyOf(fitted);
    }

    /** The weight for a task's queries. */
    public double of(Task task) {
        return fitted.getOrDefault(task.family(), DEFAULT);
    }

    /** Whether an index has weights of its own, or it was tried. */
    public static boolean areIn(Path index) {
        return Files.exists(index.resolve(NAME));
    }

    /** Keeps the weights with an index. @param index the folder */
    public void write(Path index) throws IOException {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode weights = json.putObject(WEIGHTS);
        fitted.forEach((family, weight) -> weights.put(name(family), weight));
        AtomicFile.writeText(index.resolve(NAME), Json.indented(json));
    }

    /**
     * The weights of an index.
     *
     * @throws BadDataException if the file is damaged
     */
    static FusionWeights read(Path index) throws IOException {
        if (!areIn(index)) {
            return new FusionWeights(Map.of());
        }
        Path file = index.resolve(NAME);
        Map<TaskFamily, Double> weights = new EnumMap<>(TaskFamily.class);
        try {
            JsonNode root = Json.MAPPER.readTree(file.toFile());
            if (root.has("wordWeights")) {
                throw new BadDataException(file + ": wordWeights is called " + WEIGHTS
                        + " now, on another scale; delete the file: the weights are then " + DEFAULT);
            }
            JsonNode read = root.path(WEIGHTS);
            for (TaskFamily family : TaskFamily.values()) {
                if (read.has(name(family))) {
                    weights.put(family, weight(file, read.get(name(family))));
                }
            }
            return new FusionWeights(weights);
        } catch (JsonProcessingException damaged) {
            throw new BadDataException(file + " is no JSON: " + damaged.getOriginalMessage(), damaged);
        }
    }

    private static double weight(Path file, JsonNode value) {
        double weight = value.asDouble(Double.NaN);
        if (!(weight >= 0)) {
            throw new BadDataException(
                    file + ": a BM25 weight is at least 0, not " + value + "; without the file it is " + DEFAULT);
        }
        return weight;
    }

    private static String name(TaskFamily family) {
        return family.name().toLowerCase(Locale.ROOT);
    }
}
