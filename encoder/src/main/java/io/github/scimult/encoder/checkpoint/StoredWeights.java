package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.nn.Architectures;
import io.github.scimult.encoder.nn.layer.ArchitectureFamily;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From the arrays of a file to an encoder's weights: prefix off, heads and buffers dropped, nothing missing, nothing left
 * over, shapes as configured.
 */
final class StoredWeights {
    private StoredWeights() {}

    /**
     * The weights of an encoder.
     *
     * @param arrays as the file names them
     * @param origin the file, for errors
     * @throws BadDataException if a weight is missing, has another shape or no place in the configuration, or is not finite
     */
    static WeightMap select(Map<String, WeightArray> arrays, EncoderConfig config, String origin) {
        ArchitectureFamily family = Architectures.of(config.architecture());
        SortedMap<String, WeightArray> encoder = new TreeMap<>();
        arrays.forEach((name, array) -> {
            String plain = family.plainName(name);
            if (family.isOfEncoder(WeightTable.withoutReader(plain))) {
                encoder.put(plain, array);
            }
        });
        WeightMap weights = new WeightMap(encoder, origin);
        SortedMap<String, long[]> expected = WeightTable.of(config).stored();
        expected.forEach(weights::get);
        expected.keySet().parallelStream().forEach(name -> requireFinite(name, weights.get(name), origin));
        for (String name : weights.arrays().keySet()) {
            if (!expected.containsKey(name)) {
                throw new BadDataException(origin + ": the weight '" + name
                        + "' has no place in the model's configuration: " + config.layers() + " layers, experts "
                        + config.experts().experts());
            }
        }
        return weights;
    }

    private static void requireFinite(String name, WeightArray array, String origin) {
        long place = array.firstNonFinite();
        if (place >= 0) {
            throw new BadDataException(origin + ": the weight '" + name + "' " + array + " holds "
                    + array.toFloat(place)
                    + " at position " + place + ", which is no finite number: the training that wrote it had diverged, "
                    + "or the file is damaged; use an earlier checkpoint, or fetch it again");
        }
    }
}
