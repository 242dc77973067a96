package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.cat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.packing.SequenceGroup;
import io.github.scimult.encoder.tensor.TensorScope;
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
 * @param reader the encoder that reads instructions where that is not this one itself (Prefix); else null
 */
public record Encoder(EncoderConfig config, Embeddings embeddings, List<Block> blocks, Encoder reader) {
    private static final String OF_READER = "instruction_encoder.";

    public Encoder {
        blocks = List.copyOf(blocks);
        boolean own = config.instructions().reader() == InstructionConfig.Reader.OWN_ENCODER;
        if (own != (reader != null)) {
            throw new IllegalArgumentException("by its configuration instructions are read by "
                    + config.instructions().reader() + ", but a reader " + (own ? "is missing" : "was given"));
        }
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
        return new Encoder(config, Embeddings.load(source, config), blocks, loadReader(config, source));
    }

    private static Encoder loadReader(EncoderConfig config, WeightSource source) {
        return config.instructions().reader() != InstructionConfig.Reader.OWN_ENCODER
                ? null
                : load(
                        config.withInstructions(InstructionConfig.NONE),
                        (name, shape) -> source.load(ofReader(name), shape));
    }

    /** What the instruction reader's weight is called that is {@code name} in an encoder of its own. */
    public static String ofReader(String name) {
        return OF_READER + name;
    }

    /** Whether a weight of this name belongs to the instruction reader. */
    public static boolean isOfReader(String name) {
        return name.startsWith(OF_READER);
    }

    /** The weight of a plain encoder that a variant's weight is a copy of at first: without reader and expert. */
    public static String origin(String name) {
        String read = isOfReader(name) ? name.substring(OF_READER.length()) : name;
        return read.replaceFirst("\\.experts\\.[^.]+", "");
    }

    /** The same weights, read out or cut otherwise; the sizes must stay. */
    public Encoder withConfig(EncoderConfig other) {
        return new Encoder(other, embeddings, blocks, reader);
    }

    /** The encoder as one expert sees it: only what that expert computes with. */
    public Encoder forExpert(int expert) {
        return new Encoder(
                config,
                embeddings,
                blocks.stream().map(block -> block.forExpert(expert)).toList(),
                reader == null ? null : reader.forExpert(expert));
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
                        blocks.stream().map(block -> block.map(cast(precision))).toList(),
                        reader == null ? null : reader.computingIn(precision));
    }

    private static UnaryOperator<Tensor> cast(Precision precision) {
        return weight -> weight.to(precision.compute());
    }

    /** Changes every weight, to copy or convert it. */
    public Encoder map(UnaryOperator<Tensor> change) {
        return new Encoder(
                config,
                embeddings.map(change),
                blocks.stream().map(block -> block.map(change)).toList(),
                reader == null ? null : reader.map(change));
    }

    /** The same weights as new leaves, those that training changes requiring gradients: Prefix trains its reader alone. */
    public Encoder trainable() {
        Encoder leaves = map(weight -> weight.detach().requires_grad_(reader == null));
        return reader == null
                ? leaves
                : new Encoder(config, leaves.embeddings, leaves.blocks, leaves.reader.trainable());
    }

    /**
     * An instruction as this encoder's texts see it.
     *
     * @param ids [CLS] and [SEP] included; empty for none
     */
    public InstructionKeyValues read(int[] ids, AttentionKernel kernel, Dropout dropout) {
        return ids.length == 0
                ? InstructionKeyValues.NONE
                : InstructionKeyValues.read(ids, reader == null ? this : reader, this, kernel, dropout);
    }

    /** The embeddings of a batch's texts, in the caller's order. @return (B, H), in the type of the embedding table */
    public Tensor encode(PackedBatch batch, AttentionKernel kernel, Dropout dropout) {
        return encode(batch, InstructionKeyValues.NONE, kernel, dropout);
    }

    /** As above, the texts attending to an instruction. */
    public Tensor encode(PackedBatch batch, InstructionKeyValues instruction, AttentionKernel kernel, Dropout dropout) {
        Climb climb = new Climb(tensors(batch), instruction, kernel, dropout);
        return pool(climb(embed(climb.batch(), dropout), climb, 0, blocks.size()), climb.batch());
    }

    /**
     * The embeddings of a batch's texts under several experts: the blocks below the first that is split are computed once.
     *
     * @param experts this encoder as each expert sees it, see {@link #forExpert}; without instructions
     * @return for each of them (B, H), the same as {@link #encode} gives, bit for bit
     */
    public static List<Tensor> encodeEach(List<Encoder> experts, PackedBatch batch, AttentionKernel kernel) {
        Encoder first = experts.getFirst();
        int shared = first.config.experts().sharedBlocks(first.blocks.size());
        Climb climb = new Climb(first.tensors(batch), InstructionKeyValues.NONE, kernel, Dropout.NONE);
        Tensor fork = first.climb(first.embed(climb.batch(), Dropout.NONE), climb, 0, shared); // (T, H)
        List<Tensor> vectors = new ArrayList<>();
        for (Encoder expert : experts) {
            Tensor top =
                    TensorScope.of(() -> expert.climb(fork.clone(), climb, shared, expert.blocks.size())); // (T, H)
            vectors.add(expert.pool(top, climb.batch()));
            top.deallocate();
        }
        return vectors;
    }

    /** With what a batch goes through blocks. */
    private record Climb(
            PackedTensors batch, InstructionKeyValues instruction, AttentionKernel kernel, Dropout dropout) {}

    /** Through the blocks from one to before another; each state is let go of as soon as the next is there. */
    private Tensor climb(Tensor start, Climb climb, int from, int to) {
        Tensor state = start;
        for (int index = from; index < to; index++) {
            Tensor below = state;
            Block block = blocks.get(index);
            InstructionKeyValues.Context before = climb.instruction().block(index);
            state = TensorScope.of(() -> block.apply(below, climb.batch(), before, climb.kernel(), climb.dropout()));
            below.deallocate();
        }
        return state;
    }

    /** All hidden states: element 0 the embeddings, element n the output of block n; each (T, H) in packed order. */
    List<Tensor> states(PackedTensors batch, AttentionKernel kernel, Dropout dropout) {
        return states(batch, InstructionKeyValues.NONE, kernel, dropout);
    }

    List<Tensor> states(
            PackedTensors batch, InstructionKeyValues instruction, AttentionKernel kernel, Dropout dropout) {
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
        return TensorScope.of(() -> dropout.apply(embeddings
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
        if (reader != null) {
            reader.visit((name, weight) -> visitor.visit(ofReader(name), weight));
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
