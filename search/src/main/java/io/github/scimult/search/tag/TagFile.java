package io.github.scimult.search.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;

/** What was fitted, as {@code tags.json} beside an index's other files. */
public final class TagFile {
    private static final String NAME = "tags.json";
    private static final String WEIGHTS = "weights";

    private TagFile() {}

    /** Keeps an outcome with an index. @param index the folder */
    public static void write(Path index, TagCalibration.Outcome outcome) throws IOException {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode weights = json.putArray(WEIGHTS);
        DoubleStream.of(outcome.model().weights()).forEach(weights::add);
        json.put("fittedOn", outcome.fittedOn());
        json.put("measuredOn", outcome.measuredOn());
        json.put("calibrationError", outcome.calibration().error());
        ObjectNode recall = json.putObject("recallAt20");
        recall.put("fused", outcome.fused());
        recall.put("vectors", outcome.vectors());
        recall.put("neighbours", outcome.neighbours());
        recall.put("names", outcome.names());
        AtomicFile.writeText(index.resolve(NAME), Json.indented(json));
    }

    /** Whether something was fitted for an index. */
    public static boolean isIn(Path index) {
        return Files.exists(index.resolve(NAME));
    }

    /**
     * The model of an index; one that gives no probabilities if nothing was fitted.
     *
     * @throws BadDataException if the file is damaged
     */
    public static TagModel read(Path index) throws IOException {
        if (!isIn(index)) {
            return TagModel.UNFITTED;
        }
        Path file = index.resolve(NAME);
        try {
            JsonNode weights = Json.MAPPER.readTree(file.toFile()).path(WEIGHTS);
            double[] read = new double[weights.size()];
            for (int i = 0; i < read.length; i++) {
                read[i] = weights.get(i).asDouble(Double.NaN);
            }
            if (read.length == TagFeatures.FEATURES && DoubleStream.of(read).allMatch(Double::isFinite)) {
                return new TagModel(read, true);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException damaged) {
            throw new BadDataException(file + " is no JSON: " + damaged.getOriginalMessage(), damaged);
        }
        throw new BadDataException(file + " does not hold " + TagFeatures.FEATURES + " numbers as '" + WEIGHTS
                + "': delete it, and labels have no probabilities until they are fitted anew");
    }
}
