package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An encoder's weights by their names.
 *
 * @param arrays Hugging Face's names without prefix, such as {@code encoder.layer.0.attention.self.query.weight}
 * @param origin the file or artifact they come from, for errors
 */
public record WeightMap(SortedMap<String, WeightArray> arrays, String origin) {
    public WeightMap {
        arrays = Collections.unmodifiableSortedMap(new TreeMap<>(arrays));
    }

    /**
     * A weight by its name.
     *
     * @throws BadDataException if there is none; names the origin
     */
    public WeightArray get(String name) {
        WeightArray array = arrays.get(name);
        if (array == null) {
            throw new BadDataException(origin + ": the weight '" + name + "' is missing among its " + arrays.size());
        }
        return array;
    }

    /**
     * A weight by its name, if it has the shape that the configuration demands.
     *
     * @throws BadDataException if there is none, or of another shape, or of whole numbers
     */
    public WeightArray get(String name, long... shape) {
        WeightArray array = get(name);
        if (!Arrays.equals(array.shape(), shape) || !array.type().isFloating()) {
            String then = array.type().isFloating()
                    ? "config.json and the weights are not of the same model: fetch both from one place"
                    : "quantised weights are not read: fetch the model in F32, F16 or BF16";
            throw new BadDataException(origin + ": the weight '" + name + "' is " + array + ", expected fractions "
                    + Arrays.toString(shape) + " by the model's configuration; " + then);
        }
        return array;
    }

    /**
     * The same weights with a copy for every part that a configuration has more than once: each expert begins as the shared
     * sub-layer, a reader of instructions as the encoder itself. After this copy all experts compute what the shared
     * encoder did (SciMult, section 3.3: the variants start from Vanilla).
     */
    public WeightMap withCopies(EncoderConfig config) {
        SortedMap<String, WeightArray> all = new TreeMap<>(arrays);
        for (Weight weight : WeightTable.of(config).weights()) {
            for (int part = 0; part < weight.own().stored().size(); part++) {
                String origin = weight.origin().stored().get(part);
                all.computeIfAbsent(weight.own().stored().get(part), missing -> arrays.get(origin));
            }
        }
        return new WeightMap(all, origin);
    }
}
