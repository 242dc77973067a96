package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.architecture.Layer;
import io.github.scimult.encoder.architecture.SubLayer;
import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.nn.layer.LayerWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Some of an encoder's weights in the order of its table, each with its tensor.
 *
 * @param weights what they are
 * @param tensors what they hold
 * @param ofReader whether those of the reader of instructions are meant, where {@link #byLayer} has to choose
 */
record WeightTensors(List<Weight> weights, List<Tensor> tensors, boolean ofReader) {
    private record Key(Layer layer, int depth, boolean isBias) {}

    /** Makes a tensor of another. */
    @FunctionalInterface
    interface Change {
        Tensor of(Weight weight, Tensor tensor);
    }

    WeightTensors(List<Weight> weights, List<Tensor> tensors) {
        this(List.copyOf(weights), List.copyOf(tensors), false);
    }

    WeightTensors map(Change change) {
        List<Tensor> changed = new ArrayList<>();
        visit((weight, tensor) -> changed.add(change.of(weight, tensor)));
        return new WeightTensors(weights, changed, ofReader);
    }

    WeightTensors where(Predicate<Weight> chosen) {
        List<Weight> someWeights = new ArrayList<>();
        List<Tensor> someTensors = new ArrayList<>();
        visit((weight, tensor) -> {
            if (chosen.test(weight)) {
                someWeights.add(weight);
                someTensors.add(tensor);
            }
        });
        return new WeightTensors(someWeights, someTensors, ofReader);
    }

    /** Those of the encoder that reads instructions alone. */
    WeightTensors readers() {
        WeightTensors some = where(Weight::isOfReader);
        return new WeightTensors(some.weights, some.tensors, true);
    }

    void visit(WeightVisitor visitor) {
        for (int row = 0; row < tensors.size(); row++) {
            visitor.visit(weights.get(row), tensors.get(row));
        }
    }

    /** The type in which the blocks compute. */
    ScalarType typeOfBlocks() {
        for (int row = 0; row < tensors.size(); row++) {
            if (weights.get(row).depth() > 0) {
                return tensors.get(row).scalar_type();
            }
        }
        throw new IllegalStateException("an encoder without blocks");
    }

    /** By layer; the weights must be those of one expert. */
    LayerWeights byLayer() {
        Map<Key, Tensor> tensorOf = new HashMap<>();
        visit((weight, tensor) -> {
            if (weight.isOfReader() == ofReader) {
                tensorOf.put(
                        new Key(weight.layer(), weight.depth(), weight.role().isBias()), tensor);
            }
        });
        return (layer, block, isBias) ->
                tensorOf.get(new Key(layer, layer.subLayer() == SubLayer.EMBEDDINGS ? 0 : block + 1, isBias));
    }
}
