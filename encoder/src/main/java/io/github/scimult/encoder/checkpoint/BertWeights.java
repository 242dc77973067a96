package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.nn.Encoder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From the arrays of a file to an encoder's weights: prefix off, heads and buffers dropped, nothing missing, nothing left
 * over, shapes as configured.
 */
final class BertWeights {
    private static final String PREFIX = "bert.";

    private BertWeights() {}

    /**
     * The weights of an encoder.
     *
     * @param arrays as the file names them
     * @param origin the file, for errors
     * @throws BadDataException if a weight is missing, has another shape or no place in the configuration
     */
    static WeightMap select(Map<String, WeightArray> arrays, EncoderConfig config, String origin) {
        SortedMap<String, WeightArray> encoder = new TreeMap<>();
        arrays.forEach((name, array) -> {
            String plain = plainName(name);
            if (isOfEncoder(plain)) {
                encoder.put(plain, array);
            }
        });
        WeightMap weights = new WeightMap(encoder, origin);
        SortedMap<String, long[]> expected = WeightNames.shapes(config);
        expected.forEach(weights::get);
        for (String name : weights.arrays().keySet()) {
            if (!expected.containsKey(name)) {
                throw new BadDataException(origin + ": the weight '" + name
                        + "' has no place in the model's configuration: " + config.layers() + " layers, experts "
                        + config.experts().experts());
            }
        }
        return weights;
    }

    /** Without the prefix that models with a head put before it, and by the newer of LayerNorm's names. */
    private static String plainName(String name) {
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return plain.replace("LayerNorm.gamma", "LayerNorm.weight").replace("LayerNorm.beta", "LayerNorm.bias");
    }

    private static boolean isOfEncoder(String whole) {
        String name = Encoder.origin(whole);
        boolean buffer = name.equals("embeddings.position_ids") || name.equals("embeddings.token_type_ids");
        return !buffer && (name.startsWith("embeddings.") || name.startsWith("encoder."));
    }
}
