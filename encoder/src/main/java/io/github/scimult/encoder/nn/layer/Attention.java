package io.github.scimult.encoder.nn.layer;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.constant_pad_nd;

import io.github.scimult.encoder.packing.SequenceGroup;
import io.github.scimult.encoder.tensor.TensorScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Multi-head self-attention with its output projection. Q, K and V are kept as one matrix, so that one product makes all
 * three.
 *
 * @param queryKeyValue (3H, H): the rows of Q, then K, then V
 * @param output (H, H)
 * @param heads N
 */
record Attention(Linear queryKeyValue, Linear output, int heads) {
    /** (T, H) → (T, H), without residual and LayerNorm, which stay shared when the attention is an expert. */
    Tensor apply(Tensor x, KeyValues before, ForwardPass pass) {
        Tensor context = TensorScope.of(() -> contextOf(x, before, pass)); // (T, H)
        return output.apply(context.to(x.scalar_type()));
    }

    /** The keys and values of an instruction's states (I, H), for texts to attend to by scores plus a bias. */
    KeyValues keyValues(Tensor states, double bias, AttentionKernel kernel) {
        long hidden = output.weight().size(0);
        TensorVector parts = kernel.prepare(
                        queryKeyValue.rows(hidden, 2 * hidden).apply(states)) // (I, 2H)
                .view(states.size(0), 2, heads, hidden / heads) // (I, 2, N, D)
                .permute(1, 2, 0, 3) // (2, N, I, D)
                .unbind(0);
        return new KeyValues(new Tensor(parts.get(0)), new Tensor(parts.get(1)), bias);
    }

    private Tensor contextOf(Tensor x, KeyValues before, ForwardPass pass) {
        PackedTensors batch = pass.batch();
        Tensor projected = TensorScope.of(() -> pass.kernel().prepare(queryKeyValue.apply(x))); // (T, 3H)
        TensorVector slabs = projected.split_with_sizes(batch.groupRows(), 0);
        TensorVector contexts = new TensorVector();
        for (int group = 0; group < batch.groups().size(); group++) {
            int index = group;
            contexts.push_back(TensorScope.of(() -> attend(slabs.get(index), index, before, pass))); // (B·L, H)
        }
        // A vector's element is a view into the vector's memory, which ends with this scope.
        return contexts.size() == 1 ? new Tensor(contexts.get(0)) : cat(contexts, 0); // (T, H)
    }

    private Tensor attend(Tensor slab, int index, KeyValues before, ForwardPass pass) {
        SequenceGroup group = pass.batch().groups().get(index);
        Tensor mask = pass.batch().mask(index);
        long hidden = slab.size(1) / 3;
        TensorVector parts = slab.view(group.sequences(), group.length(), 3, heads, hidden / heads) // (B, L, 3, N, D)
                .permute(2, 0, 3, 1, 4) // (3, B, N, L, D)
                .unbind(0);
        Tensor context = before == null
                ? pass.kernel().attend(parts.get(0), parts.get(1), parts.get(2), mask, pass.dropout())
                : pass.kernel()
                        .attend(
                                parts.get(0),
                                joined(before.keys(), parts.get(1)),
                                joined(before.values(), parts.get(2)),
                                joined(before, mask, parts.get(1)),
                                pass.dropout());
        return context.transpose(1, 2).reshape(group.rows(), hidden); // (B, N, L, D) → (B·L, H)
    }

    /** (N, I, D) before each text's (B, N, L, D): (B, N, I + L, D). */
    private static Tensor joined(Tensor before, Tensor own) {
        long[] shape = {own.size(0), before.size(0), before.size(1), before.size(2)};
        return cat(new TensorVector(before.unsqueeze(0).expand(shape), own), 2);
    }

    /** The mask of the texts' own keys, and the instruction's bias before them; null where there is neither. */
    private static Tensor joined(KeyValues before, Tensor mask, Tensor key) {
        if (mask == null && before.bias() == 0) {
            return null;
        }
        Tensor own = mask == null ? AttentionKernel.openMask(key) : mask;
        return constant_pad_nd(
                own, new long[] {before.keys().size(1), 0}, new Scalar(before.bias())); // (B or 1, 1, 1, I + L)
    }
}
