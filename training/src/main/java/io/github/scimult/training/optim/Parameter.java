package io.github.scimult.training.optim;

import io.github.scimult.encoder.nn.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A weight that training changes.
 *
 * @param name as {@link Encoder#visit} gives it
 * @param tensor contiguous, a leaf that requires a gradient
 * @param decays whether weight decay applies: to matrices, not to biases and LayerNorms
 * @param depth 0 for the embeddings, n for block n counted from 1
 */
public record Parameter(String name, Tensor tensor, boolean decays, int depth) {
    private static final String BLOCK = "encoder.layer.";

    /** All weights of an encoder that require gradients, from the input up. */
    public static List<Parameter> of(Encoder encoder) {
        List<Parameter> parameters = new ArrayList<>();
        encoder.visit((name, tensor) -> {
            if (tensor.requires_grad()) {
                parameters.add(of(name, tensor));
            }
        });
        return List.copyOf(parameters);
    }

    public static Parameter of(String name, Tensor tensor) {
        return new Parameter(name, tensor, tensor.dim() > 1, depth(name));
    }

    private static int depth(String whole) {
        String name = Encoder.origin(whole);
        if (!name.startsWith(BLOCK)) {
            return 0;
        }
        String rest = name.substring(BLOCK.length());
        return 1 + Integer.parseInt(rest.substring(0, rest.indexOf('.')));
    }
}
