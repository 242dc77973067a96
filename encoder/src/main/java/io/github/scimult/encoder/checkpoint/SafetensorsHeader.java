package io.github.scimult.encoder.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.encoder.checkpoint.array.DataType;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON at the beginning of a safetensors file: for each array {@code {"dtype", "shape", "data_offsets": [begin,
 * end]}}, offsets counted from the header's end, and a map of texts under {@code __metadata__}.
 *
 * @param metadata the texts
 * @param entries the arrays in the order of their offsets
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {
    static final String METADATA = "__metadata__";

    /**
     * Where an array lies.
     *
     * @param begin its first byte, counted from the header's end
     * @param end the byte after its last
     */
    record Entry(String name, DataType type, long[] shape, long begin, long end) {}

    /**
     * Reads a header and checks that its arrays fill the data without gap or overlap.
     *
     * @param dataBytes what follows the header in the file
     * @throws BadDataException if anything does not fit; names the file and the array
     */
    static SafetensorsHeader parse(byte[] json, long dataBytes, Path file) {
        JsonNode root = read(json, file);
        Map<String, String> metadata = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (property.getKey().equals(METADATA)) {
                property.getValue()
                        .properties()
                        .forEach(text ->
                                metadata.put(text.getKey(), text.getValue().asText()));
            } else {
                entries.add(entry(property.getKey(), property.getValue(), file));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        checkCoverage(entries, dataBytes, file);
        return new SafetensorsHeader(metadata, entries);
    }

    private static JsonNode read(byte[] json, Path file) {
        try {
            JsonNode root = Json.UNTRUSTED.readTree(json);
            if (root.isObject()) {
                return root;
            }
            throw BadDataException.in(file, "damaged: its header is no JSON object");
        } catch (JsonProcessingException e) {
            throw BadDataException.in(file, "damaged: its header is not readable as JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory could not be read", e);
        }
    }

    private static Entry entry(String name, JsonNode node, Path file) {
        String where = "array '" + name + "' in the header: ";
        DataType type;
        try {
            type = DataType.valueOf(node.path("dtype").asText());
        } catch (IllegalArgumentException e) {
            throw BadDataException.in(
                    file,
                    where + "type " + node.path("dtype") + ", expected one of " + Arrays.toString(DataType.values())
                            + "; save the model again in one of these");
        }
        long[] shape = longs(node.path("shape"));
        long[] offsets = longs(node.path("data_offsets"));
        if (shape == null || offsets == null || offsets.length != 2 || offsets[0] > offsets[1]) {
            throw BadDataException.in(
                    file,
                    where + "expected a shape and two offsets in rising order, found shape " + node.path("shape")
                            + ", data_offsets " + node.path("data_offsets"));
        }
        if (!hasSize(type, shape, offsets[1] - offsets[0])) {
            throw BadDataException.in(
                    file,
                    where + type + Arrays.toString(shape) + " does not fill the " + (offsets[1] - offsets[0])
                            + " bytes of its offsets " + Arrays.toString(offsets));
        }
        return new Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private static boolean hasSize(DataType type, long[] shape, long bytes) {
        try {
            return Math.multiplyExact(WeightArray.elements(shape), type.bytes()) == bytes;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /** Null if it is no array of whole numbers, none negative. */
    private static long[] longs(JsonNode array) {
        if (!array.isArray()) {
            return null;
        }
        long[] longs = new long[array.size()];
        for (int i = 0; i < longs.length; i++) {
            JsonNode number = array.get(i);
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
                return null;
            }
            longs[i] = number.asLong();
        }
        return longs;
    }

    private static void checkCoverage(List<Entry> entries, long dataBytes, Path file) {
        long reached = 0;
        for (Entry entry : entries) {
            if (entry.end() > dataBytes) {
                throw BadDataException.in(
                        file,
                        "cut short: array '" + entry.name() + "' ends at byte " + entry.end()
                                + " of the data, of which there are " + dataBytes + "; fetch or copy the file again");
            }
            if (entry.begin() != reached) {
                throw BadDataException.in(
                        file,
                        "damaged: array '" + entry.name() + "' begins at byte " + entry.begin()
                                + " of the data, where the arrays before it end at " + reached);
            }
            reached = entry.end();
        }
        if (reached != dataBytes) {
            throw BadDataException.in(file, "damaged: " + (dataBytes - reached) + " bytes after the last array");
        }
    }
}
