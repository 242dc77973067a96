package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SciMult's released code calls an expert's weights, and what they are called here. There an expert is a number
 * behind the layer's name, here a name before it; shared weights are called alike.
 *
 * <pre>
 * encoder.layer.N.attention.self.moe_query.E.weight      → encoder.layer.N.attention.experts.NAME.self.query.weight
 * encoder.layer.N.attention.output.moe_dense.E.weight    → encoder.layer.N.attention.experts.NAME.output.dense.weight
 * encoder.layer.N.moe_layer.interm_layers.E.dense.weight → encoder.layer.N.experts.NAME.intermediate.dense.weight
 * encoder.layer.N.moe_layer.output_layers.E.dense.weight → encoder.layer.N.experts.NAME.output.dense.weight
 * </pre>
 */
public final class SciMultWeightNames {
    /** The experts' names; their places are the release's numbers. */
    public static final List<String> EXPERTS = List.of("search", "link", "classification");

    private static final Pattern ATTENTION =
            Pattern.compile("(encoder\\.layer\\.\\d+\\.attention)\\.(self|output)\\.moe_(\\w+)\\.(\\d+)\\.(\\w+)");
    private static final Pattern FEED_FORWARD =
            Pattern.compile("(encoder\\.layer\\.\\d+)\\.moe_layer\\.(interm|output)_layers\\.(\\d+)\\.(\\w+)\\.(\\w+)");

    private SciMultWeightNames() {}

    /**
     * Arrays of a release's file by the names that they have here.
     *
     * @param arrays by the release's names, the encoder's prefix removed
     * @param origin the file, for errors
     * @throws BadDataException if an expert has a number beyond the three
     */
    public static SortedMap<String, WeightArray> translate(Map<String, WeightArray> arrays, String origin) {
        SortedMap<String, WeightArray> translated = new TreeMap<>();
        arrays.forEach((name, array) -> translated.put(translate(name, origin), array));
        return Collections.unmodifiableSortedMap(translated);
    }

    /** The name that a release's weight has here. Conditions as for {@link #translate(Map, String)}. */
    public static String translate(String name, String origin) {
        Matcher attention = ATTENTION.matcher(name);
        if (attention.matches()) {
            String expert = expert(attention.group(4), name, origin);
            return String.join(
                    ".",
                    attention.group(1),
                    "experts",
                    expert,
                    attention.group(2),
                    attention.group(3),
                    attention.group(5));
        }
        Matcher feedForward = FEED_FORWARD.matcher(name);
        if (feedForward.matches()) {
            String expert = expert(feedForward.group(3), name, origin);
            String half = feedForward.group(2).equals("interm") ? "intermediate" : "output";
            return String.join(
                    ".", feedForward.group(1), "experts", expert, half, feedForward.group(4), feedForward.group(5));
        }
        return name;
    }

    private static String expert(String digits, String name, String origin) {
        int number = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (number >= EXPERTS.size()) {
            throw new BadDataException(origin + ": the weight '" + name + "' is of expert " + digits
                    + "; SciMult's models have " + EXPERTS.size() + ", numbered from 0: " + EXPERTS);
        }
        return EXPERTS.get(number);
    }
}
