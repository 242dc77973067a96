package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.constant_pad_nd;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.tensor.TensorScope;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Multi-head self-attention with its output projection. Q, K and V are kept as one matrix, so that one product makes all
 * three; files hold them apart by their Hugging Face names.
 *
 * @param queryKeyValue (3H, H): the rows of Q, then K, then V
 * @param output (H, H)
 */
record Attention(Linear queryKeyValue, Linear output) {
    static final String FUSED = ".self.qkv";
    static final String[] PARTS = {".self.query", ".self.key", ".self.value"};

    /** (T, H) → (T, H), without residual and LayerNorm, which stay shared when the attention is an expert. */
    Tensor apply(
            Tensor x,
            PackedTensors batch,
            InstructionKeyValues.Context before,
            AttentionKernel kernel,
            Dropout dropout) {
        Tensor context = TensorScope.of(() -> contextOf(x, batch, before, kernel, dropout)); // (T, H)
        return output.apply(context.to(x.scalar_type()));
    }

    /** The keys and values of an instruction's states (I, H), for texts to attend to by scores plus a bias. */
    InstructionKeyValues.Context contextOf(Tensor states, int heads, double bias, AttentionKernel kernel) {
        long hidden = output.weight().size(0);
        Linear keyValue = queryKeyValue.map(part -> part.narrow(0, hidden, 2 * hidden));
        TensorVector parts = kernel.prepare(keyValue.apply(states)) // (I, 2H)
                .view(states.size(0), 2, heads, hidden / heads) // (I, 2, h, d)
                .permute(1, 2, 0, 3) // (2, h, I, d)
                .unbind(0);
        return new InstructionKeyValues.Context(new Tensor(parts.get(0)), new Tensor(parts.get(1)), bias);
    }

    private Tensor contextOf(
            Tensor x,
            PackedTensors batch,
            InstructionKeyValues.Context before,
            AttentionKernel kernel,
            Dropout dropout) {
        Tensor projected = TensorScope.of(() -> kernel.prepare(queryKeyValue.apply(x))); // (T, 3H)
        TensorVector slabs = projected.split_with_sizes(batch.groupRows(), 0);
        TensorVector contexts = new TensorVector();
        for (int group = 0; group < batch.groups().size(); group++) {
            int index = group;
            contexts.push_back(
                    TensorScope.of(() -> attend(slabs.get(index), batch, index, before, kernel, dropout))); // (B·L, H)
        }
        // A vector's element is a view into the vector's memory, which ends with this scope.
        return contexts.size() == 1 ? new Tensor(contexts.get(0)) : cat(contexts, 0); // (T, H)
    }

    private static Tensor attend(
            Tensor slab,
            PackedTensors batch,
            int group,
            InstructionKeyValues.Context before,
            AttentionKernel kernel,
            Dropout dropout) {
        long sequences = batch.groups().get(group).sequences();
        long length = batch.groups().get(group).length();
        long hidden = slab.size(1) / 3;
        long heads = batch.heads();
        TensorVector parts = slab.view(sequences, length, 3, heads, hidden / heads) // (B, L, 3, h, d)
                .permute(2, 0, 3, 1, 4) // (3, B, h, L, d)
                .unbind(0);
        Tensor context = before == null
                ? kernel.attend(parts.get(0), parts.get(1), parts.get(2), batch.mask(group), dropout)
                : kernel.attend(
                        parts.get(0),
                        joined(before.keys(), parts.get(1)),
                        joined(before.values(), parts.get(2)),
                        joined(before, batch.mask(group), parts.get(1)),
                        dropout);
        return context.transpose(1, 2).reshape(sequences * length, hidden); // (B, h, L, d) → (B·L, H)
    }

    /** (h, I, d) before each text's (B, h, L, d): (B, h, I + L, d). */
    private static Tensor joined(Tensor before, Tensor own) {
        long[] shape = {own.size(0), before.size(0), before.size(1), before.size(2)};
        return cat(new TensorVector(before.unsqueeze(0).expand(shape), own), 2);
    }

    /** The mask of the texts' own keys, and the instruction's bias before them; null where there is neither. */
    private static Tensor joined(InstructionKeyValues.Context before, Tensor mask, Tensor key) {
        if (mask == null && before.bias() == 0) {
            return null;
        }
        Tensor own = mask == null ? AttentionKernel.openMask(key) : mask;
        return constant_pad_nd(
                own, new long[] {before.keys().size(1), 0}, new Scalar(before.bias())); // (B or 1, 1, 1, I + L)
    }

    Attention map(UnaryOperator<Tensor> change) {
        return new Attention(queryKeyValue.map(change), output.map(change));
    }

    static Attention load(WeightSource source, String name, EncoderConfig config) {
        long hidden = config.hiddenSize();
        return new Attention(
                new Linear(stacked(source, name, ".weight", hidden, hidden), stacked(source, name, ".bias", hidden)),
                Linear.load(source, name + ".output.dense", hidden, hidden));
    }

    private static Tensor stacked(WeightSource source, String name, String kind, long... shape) {
        TensorVector rows = new TensorVector();
        for (String part : PARTS) {
            rows.push_back(source.load(name + part + kind, shape));
        }
        return cat(rows, 0);
    }

    void visit(String name, WeightVisitor visitor) {
        queryKeyValue.visit(name + FUSED, visitor);
        output.visit(name + ".output.dense", visitor);
    }
}
