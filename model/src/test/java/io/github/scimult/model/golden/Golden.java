package io.github.scimult.model.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The files of {@code golden/} as they lie in the test resources. */
public final class Golden {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path ROOT = Path.of("src/test/resources/golden");

    private Golden() {}

    public static Path path(String name) {
        return ROOT.resolve(name);
    }

    /** The value of a JSON file. */
    public static JsonNode json(String name) throws IOException {
        return MAPPER.readTree(path(name).toFile());
    }

    /** The values of a file with one a line. */
    public static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (String line : Files.readAllLines(path(name))) {
            values.add(MAPPER.readTree(line));
        }
        return values;
    }

    public static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    /** The numbers of an array, row by row if it is one of arrays. */
    public static double[] doubles(JsonNode value) {
        return flat(value).toArray();
    }

    private static DoubleStream flat(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).flatMapToDouble(Golden::flat)
                : DoubleStream.of(value.asDouble());
    }
}
