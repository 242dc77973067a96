package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.cat;

import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.packing.PackedBatch;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** What a backward pass leaves at each weight. */
final class Gradients {
    private Gradients() {}

    /**
     * By weight, the gradient of a fixed random mixture of all embeddings' components; a weight that none reached is
     * absent.
     *
     * @param encoder trainable
     * @param batches together the texts, in an order that all calls to be compared share
     */
    static Map<String, double[]> of(Encoder encoder, Iterable<PackedBatch> batches, AttentionKernel kernel) {
        Map<String, double[]> gradients = new TreeMap<>();
        try (PointerScope scope = new PointerScope()) {
            TensorVector parts = new TensorVector();
            for (PackedBatch batch : batches) {
                parts.push_back(encoder.encode(batch, kernel, Dropout.NONE));
            }
            Tensor vectors = cat(parts, 0); // (B, H)
            vectors.mul(mixture(vectors)).sum().backward();
            encoder.visit((weight, tensor) -> {
                if (tensor.grad().defined()) {
                    gradients.put(weight.name(), Numbers.of(tensor.grad()));
                    tensor.mutable_grad().reset();
                }
            });
        }
        return gradients;
    }

    private static Tensor mixture(Tensor vectors) {
        Random random = new Random(11);
        double[] factors = random.doubles(vectors.numel(), -1, 1).toArray();
        return Tensor.create(factors, vectors.shape()).to(vectors.scalar_type());
    }
}
