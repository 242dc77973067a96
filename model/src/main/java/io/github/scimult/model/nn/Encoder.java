package io.github.scimult.model.nn;

import static org.bytedeco.pytorch.global.torch.cat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * A BERT encoder as a value: configuration and weights. Its forward pass keeps no state. A task's expert is chosen by
 * {@link #forExpert} before the pass, so the pass itself knows of no experts.
 *
 * @param config sizes and readout
 * @param embeddings the first stretch
 * @param blocks the transformer blocks, from the input up
 */
public record Encoder(EncoderConfig config, Embeddings embeddings, List<Block> blocks) {
    public Encoder {
        blocks = List.copyOf(blocks);
    }

    /**
     * An encoder with weights from a source.
     *
     * @throws IllegalArgumentException if the source lacks a weight or has it in another shape
     */
    public static Encoder load(EncoderConfig config, WeightSource source) {
        List<Block> blocks = new ArrayList<>();
        for (int index = 0; index < config.layers(); index++) {
            blocks.add(Block.load(source, index, config));
        }
        return new Encoder(config, Embeddings.load(source, config), blocks);
    }

    /** The same weights, read out or cut otherwise; the sizes must stay. */
    public Encoder withConfig(EncoderConfig other) {
        return new Encoder(other, embeddings, blocks);
    }

    /** The encoder as one expert sees it: only what that expert computes with. */
    public Encoder forExpert(int expert) {
        return new Encoder(
                config,
                embeddings,
                blocks.stream().map(block -> block.forExpert(expert)).toList());
    }

    /**
     * The same encoder with the blocks' weights in the precision of products; the gradient flows through the change.
     * Embeddings stay as they are, since a look-up gains nothing from a smaller type.
     */
    public Encoder computingIn(Precision precision) {
        return precision.compute() == precision.master()
                ? this
                : new Encoder(
                        config,
                        embeddings,
                        blocks.stream().map(block -> block.map(cast(precision))).toList());
    }

    private static UnaryOperator<Tensor> cast(Precision precision) {
        return weight -> weight.to(precision.compute());
    }

    /** Changes every weight, to copy or convert it. */
    public Encoder map(UnaryOperator<Tensor> change) {
        return new Encoder(
                config,
                embeddings.map(change),
                blocks.stream().map(block -> block.map(change)).toList());
    }

    /** The embeddings of a batch's texts, in the caller's order. @return (B, H), in the type of the embedding table */
    public Tensor encode(PackedBatch batch, AttentionKernel kernel, Dropout dropout) {
        return encode(batch, Instruction.NONE, kernel, dropout);
    }

    /** As above, the texts attending to an instruction. */
    public Tensor encode(PackedBatch batch, Instruction instruction, AttentionKernel kernel, Dropout dropout) {
        PackedTensors tensors = tensors(batch);
        Tensor state = embed(tensors, dropout); // (T, H)
        for (int index = 0; index < blocks.size(); index++) {
            Tensor below = state;
            Block block = blocks.get(index);
            Instruction.Context before = instruction.block(index);
            state = Scoped.of(() -> block.apply(below, tensors, before, kernel, dropout));
            below.deallocate();
        }
        return pool(state, tensors);
    }

    /** All hidden states: element 0 the embeddings, element n the output of block n; each (T, H) in packed order. */
    List<Tensor> states(PackedTensors batch, AttentionKernel kernel, Dropout dropout) {
        return states(batch, Instruction.NONE, kernel, dropout);
    }

    List<Tensor> states(PackedTensors batch, Instruction instruction, AttentionKernel kernel, Dropout dropout) {
        List<Tensor> states = new ArrayList<>();
        Tensor embedded = embeddings
                .apply(batch)
                .to(blocks.getFirst().attentionNorm().weight().scalar_type());
        states.add(dropout.apply(embedded)); // (T, H)
        for (int index = 0; index < blocks.size(); index++) {
            states.add(blocks.get(index).apply(states.getLast(), batch, instruction.block(index), kernel, dropout));
        }
        return states;
    }

    private Tensor embed(PackedTensors batch, Dropout dropout) {
        return Scoped.of(() -> dropout.apply(embeddings
                .apply(batch)
                .to(blocks.getFirst().attentionNorm().weight().scalar_type())));
    }

    PackedTensors tensors(PackedBatch batch) {
        return PackedTensors.of(batch, config.heads(), embeddings.word().scalar_type());
    }

    private Tensor pool(Tensor states, PackedTensors batch) {
        TensorVector slabs = states.to(embeddings.word().scalar_type()).split_with_sizes(batch.groupRows(), 0);
        TensorVector pooled = new TensorVector();
        for (int index = 0; index < batch.groups().size(); index++) {
            SequenceGroup group = batch.groups().get(index);
            Tensor slab = slabs.get(index).view(group.sequences(), group.length(), -1); // (B, L, H)
            pooled.push_back(
                    config.pooling() == Pooling.CLS
                            ? slab.select(1, 0)
                            : slab.mul(batch.weights().get(index)).sum(1)); // (B, H)
        }
        return cat(pooled, 0).index_select(0, batch.toCallerOrder()); // (B, H)
    }

    /** Shows every weight with its name, from the input up; Q, K and V as one ({@code …self.qkv}). */
    public void visit(WeightVisitor visitor) {
        embeddings.visit(visitor);
        for (int index = 0; index < blocks.size(); index++) {
            blocks.get(index).visit(index, config.experts(), visitor);
        }
    }

    /** Shows every weight by its Hugging Face name, Q, K and V apart, as views on the encoder's own memory. */
    public void visitNamed(WeightVisitor visitor) {
        visit((name, weight) -> {
            int fused = name.indexOf(Attention.FUSED);
            if (fused < 0) {
                visitor.visit(name, weight);
                return;
            }
            long rows = weight.size(0) / 3;
            for (int part = 0; part < 3; part++) {
                String ending = name.substring(fused + Attention.FUSED.length());
                visitor.visit(
                        name.substring(0, fused) + Attention.PARTS[part] + ending, weight.narrow(0, part * rows, rows));
            }
        });
    }
}
