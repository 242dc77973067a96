package io.github.scimult.model.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.model.nn.Precision;
import java.io.IOException;
import java.util.List;

/** One of the twelve texts with the vectors that a model's reference gives it. */
public record GoldenText(String name, String text, int[] ids, JsonNode vectors) {
    /** The twelve texts as one of the models sees them. */
    public static List<GoldenText> of(String folder) throws IOException {
        return Golden.lines(folder + "/expected.jsonl").stream()
                .map(line -> new GoldenText(
                        line.get("name").asText(), line.get("text").asText(), Golden.ints(line.get("ids")), line))
                .toList();
    }

    public static int[][] ids(List<GoldenText> texts) {
        return texts.stream().map(GoldenText::ids).toArray(int[][]::new);
    }

    /** The vector called {@code what}, such as {@code cls}; in float32's numbers unless the precision is FLOAT64. */
    public double[] vector(Precision precision, String what) {
        return Golden.doubles(vectors.get(precision == Precision.FLOAT64 ? "float64" : "float32")
                .get(what));
    }
}
