package io.github.scimult.encoder.checkpoint;

import static org.bytedeco.pytorch.global.torch.empty;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.array.DataType;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.tensor.Libtorch;
import java.lang.foreign.MemorySegment;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Weights between files and native memory. */
public final class WeightArrays {
    private WeightArrays() {}

    /** Weights of a configuration out of arrays, in the master type of a precision; a copy. */
    public static EncoderWeights load(EncoderConfig config, WeightMap arrays, Precision precision) {
        return EncoderWeights.make(config, weight -> {
            Tensor tensor = empty(weight.shape(), new TensorOptions(precision.master()), new MemoryFormatOptional());
            MemorySegment memory = of(weight.name(), tensor).bytes();
            long begin = 0;
            for (String part : weight.own().stored()) {
                WeightArray array = arrays.get(part, weight.storedShape());
                long size = array.elements() * tensor.element_size();
                array.copyTo(memory.asSlice(begin, size), precision.master() == ScalarType.Double);
                begin += size;
            }
            return tensor;
        });
    }

    /**
     * A model's weights by the names that they have in files, as views on its memory: good as long as the weights are open, and
     * as long as nothing changes them.
     *
     * @throws IllegalStateException if a weight is not a contiguous array of 32- or 64-bit floats
     */
    public static SortedMap<String, WeightArray> of(EncoderWeights weights) {
        SortedMap<String, WeightArray> arrays = new TreeMap<>();
        weights.visit((weight, tensor) -> {
            WeightArray whole = of(weight.name(), tensor);
            long size = whole.bytes().byteSize() / weight.own().stored().size();
            long begin = 0;
            for (String part : weight.own().stored()) {
                MemorySegment bytes = whole.bytes().asSlice(begin, size);
                arrays.put(part, new WeightArray(whole.type(), weight.storedShape(), bytes));
                begin += size;
            }
        });
        return arrays;
    }

    /** A tensor as an array that views its memory. */
    public static WeightArray of(String name, Tensor tensor) {
        ScalarType found = Libtorch.typeOf(tensor);
        DataType type = found == ScalarType.Double ? DataType.F64 : DataType.F32;
        if ((found != ScalarType.Double && found != ScalarType.Float) || !tensor.is_contiguous()) {
            throw new IllegalStateException(
                    "the weight " + name + " is no contiguous array of 32- or 64-bit floats, but of " + found);
        }
        MemorySegment memory =
                MemorySegment.ofAddress(tensor.data_ptr().address()).reinterpret(tensor.numel() * type.bytes());
        return new WeightArray(type, tensor.shape(), memory);
    }

    /** Copies an array into a tensor of the same number of components and type, whatever its shape. */
    public static void copy(WeightArray from, Tensor into) {
        WeightArray target = of("target", into);
        if (target.type() != from.type() || target.elements() != from.elements()) {
            throw new IllegalArgumentException("cannot copy " + from + " into " + target);
        }
        target.bytes().copyFrom(from.bytes());
    }
}
