package io.github.scimult.encoder.checkpoint;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.array.DataType;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.Precision;
import io.github.scimult.encoder.nn.WeightSource;
import io.github.scimult.encoder.tensor.Libtorch;
import java.lang.foreign.MemorySegment;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Weights between files and the encoder. */
public final class EncoderWeights {
    private EncoderWeights() {}

    /** An encoder with the weights of a model, in the master type of a precision; its memory is its own. */
    public static Encoder encoder(PretrainedModel model, Precision precision) {
        return encoder(model.config(), model.weights(), precision);
    }

    /** As {@link #encoder(PretrainedModel, Precision)}. */
    public static Encoder encoder(EncoderConfig config, WeightMap weights, Precision precision) {
        Libtorch.threads(0);
        return Encoder.load(config, source(weights, precision))
                .map(tensor -> tensor.detach().contiguous());
    }

    private static WeightSource source(WeightMap weights, Precision precision) {
        return (name, shape) -> {
            WeightArray array = weights.get(name, shape);
            return precision == Precision.FLOAT64
                    ? Tensor.create(array.toDoubles(), shape)
                    : Tensor.create(array.toFloats(), shape);
        };
    }

    /**
     * An encoder's weights by their Hugging Face names, as views on its memory: good as long as the encoder is, and as
     * long as nothing changes it.
     *
     * @throws IllegalStateException if a weight is not a contiguous array of 32- or 64-bit floats
     */
    public static SortedMap<String, WeightArray> arrays(Encoder encoder) {
        SortedMap<String, WeightArray> arrays = new TreeMap<>();
        encoder.visitNamed((name, tensor) -> arrays.put(name, array(name, tensor)));
        return arrays;
    }

    /** A tensor as an array that views its memory. */
    public static WeightArray array(String name, Tensor tensor) {
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

    /** A copy of an array as a tensor of its own. */
    public static Tensor tensor(WeightArray array) {
        return array.type() == DataType.F64
                ? Tensor.create(array.toDoubles(), array.shape())
                : Tensor.create(array.toFloats(), array.shape());
    }

    /** Copies an array into a tensor of the same number of components and type, whatever its shape. */
    public static void copy(WeightArray from, Tensor into) {
        WeightArray target = array("target", into);
        if (target.type() != from.type() || target.elements() != from.elements()) {
            throw new IllegalArgumentException("cannot copy " + from + " into " + target);
        }
        target.bytes().copyFrom(from.bytes());
    }
}
