package io.github.scimult.core.eval.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the paper reports, to stand beside what is measured here; kept as data with its source. */
public final class PublishedFigures {
    private static final String FILE = "published.json";
    private static final JsonNode ALL = read();

    private PublishedFigures() {}

    private static JsonNode read() {
        try (InputStream in = PublishedFigures.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the published figures are not on the class path", e);
        }
    }

    /** Where they are from. */
    public static String source() {
        return ALL.path("source").asText();
    }

    /** The paper's figures by model for one cell of its tables; none where it has no such cell. */
    public static Map<String, Double> of(String protocol, String dataset, String figure) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (JsonNode cell : ALL.path("cells")) {
            if (cell.path("protocol").asText().equals(protocol)
                    && cell.path("dataset").asText().equals(dataset)
                    && cell.path("figure").asText().equals(figure)) {
                cell.path("values")
                        .properties()
                        .forEach(value ->
                                values.put(value.getKey(), value.getValue().asDouble()));
            }
        }
        return values;
    }
}
