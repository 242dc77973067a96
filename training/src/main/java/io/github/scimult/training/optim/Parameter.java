package io.github.scimult.training.optim;

import io.github.scimult.encoder.nn.EncoderWeights;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A weight that training changes.
 *
 * @param name of the weight
 * @param tensor contiguous, a leaf that requires a gradient
 * @param decays whether weight decay applies: to matrices, not to biases and LayerNorms
 * @param depth 0 for the embeddings, n for block n counted from 1
 */
public record Parameter(String name, Tensor tensor, boolean decays, int depth) {
    /** All weights of a model that require gradients, from the input up. */
    public static List<Parameter> of(EncoderWeights weights) {
        List<Parameter> parameters = new ArrayList<>();
        weights.visit((weight, tensor) -> {
            if (tensor.requires_grad()) {
                parameters.add(new Parameter(weight.name(), tensor, weight.isMatrix(), weight.depth()));
            }
        });
        return List.copyOf(parameters);
    }
}
