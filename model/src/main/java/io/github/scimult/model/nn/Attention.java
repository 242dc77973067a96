package io.github.scimult.model.nn;

import static org.bytedeco.pytorch.global.torch.cat;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Multi-head self-attention with its output projection. Q, K and V are kept as one matrix, so that one product makes all
 * three; files hold them apart by their Hugging Face names.
 *
 * @param queryKeyValue (3H, H): the rows of Q, then K, then V
 * @param output (H, H)
 */
public record Attention(Linear queryKeyValue, Linear output) {
    static final String FUSED = ".self.qkv";
    static final String[] PARTS = {".self.query", ".self.key", ".self.value"};

    /** (T, H) → (T, H), without residual and LayerNorm, which stay shared when the attention is an expert. */
    Tensor apply(Tensor x, PackedTensors batch, AttentionKernel kernel, Dropout dropout) {
        Tensor context = Scoped.of(() -> contextOf(x, batch, kernel, dropout)); // (T, H)
        return output.apply(context.to(x.scalar_type()));
    }

    private Tensor contextOf(Tensor x, PackedTensors batch, AttentionKernel kernel, Dropout dropout) {
        Tensor projected = Scoped.of(() -> kernel.prepare(queryKeyValue.apply(x))); // (T, 3H)
        TensorVector slabs = projected.split_with_sizes(batch.groupRows(), 0);
        TensorVector contexts = new TensorVector();
        for (int group = 0; group < batch.groups().size(); group++) {
            int index = group;
            contexts.push_back(Scoped.of(() -> attend(slabs.get(index), batch, index, kernel, dropout))); // (B·L, H)
        }
        // A vector's element is a view into the vector's memory, which ends with this scope.
        return contexts.size() == 1 ? new Tensor(contexts.get(0)) : cat(contexts, 0); // (T, H)
    }

    private static Tensor attend(Tensor slab, PackedTensors batch, int group, AttentionKernel kernel, Dropout dropout) {
        long sequences = batch.groups().get(group).sequences();
        long length = batch.groups().get(group).length();
        long hidden = slab.size(1) / 3;
        long heads = batch.heads();
        TensorVector parts = slab.view(sequences, length, 3, heads, hidden / heads) // (B, L, 3, h, d)
                .permute(2, 0, 3, 1, 4) // (3, B, h, L, d)
                .unbind(0);
        Tensor context = kernel.attend(parts.get(0), parts.get(1), parts.get(2), batch.mask(group), dropout);
        return context.transpose(1, 2).reshape(sequences * length, hidden); // (B, h, L, d) → (B·L, H)
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
