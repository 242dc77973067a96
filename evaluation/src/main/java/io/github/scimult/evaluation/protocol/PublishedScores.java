package io.github.scimult.evaluation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the paper reports, to compare with the scores here; kept as data with its source. */
public final class PublishedScores {
    private static final String FILE = "published.json";
    private static final JsonNode ALL = read();

    private PublishedScores() {}

    private static JsonNode read() {
        try (InputStream in = PublishedScores.class.getResourceAsStream(FILE)) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the published scores are not on the class path", e);
        }
    }

    /** Where they are from. */
    public static String source() {
        return ALL.path("source").asText();
    }

    /** The paper's scores by model for one cell of its tables; none where it has no such cell. */
    public static Map<String, Double> of(String protocol, String dataset, String metric) {
        for (JsonNode cell : ALL.path("cells")) {
            if (cell.path("protocol").asText().equals(protocol)
                    && cell.path("dataset").asText().equals(dataset)
                    && cell.path("metric").asText().equals(metric)) {
                return values(cell);
            }
        }
        return Map.of();
    }

    /**
     * An average of the paper, over several data sets and metrics, with ours beside it.
     *
     * @param name what it is of, for people
     * @param own the average of the scores here
     * @param published by model
     */
    public record Average(String name, double own, Map<String, Double> published) {}

    /** The paper's averages of which every part has a score. */
    public static List<Average> averages(List<ProtocolScores> measured) {
        List<Average> averages = new ArrayList<>();
        for (JsonNode average : ALL.path("averages")) {
            List<Double> parts = new ArrayList<>();
            for (JsonNode of : average.path("of")) {
                for (JsonNode dataset : of.path("datasets")) {
                    for (JsonNode metric : of.path("metrics")) {
                        parts.add(value(measured, of.path("protocol").asText(), dataset.asText(), metric.asText()));
                    }
                }
            }
            if (!parts.contains(null)) {
                double own = parts.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
                averages.add(new Average(average.path("name").asText(), own, values(average)));
            }
        }
        return averages;
    }

    /** Null where it was not measured. */
    private static Double value(List<ProtocolScores> measured, String protocol, String dataset, String metric) {
        return measured.stream()
                .filter(one -> one.protocol().equals(protocol) && one.dataset().equals(dataset))
                .map(one -> one.values().get(metric))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Double> values(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        node.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asDouble()));
        return values;
    }
}
