package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.cat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.nn.layer.ArchitectureFamily;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Block;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Embeddings;
import io.github.scimult.encoder.nn.layer.ForwardPass;
import io.github.scimult.encoder.nn.layer.KeyValues;
import io.github.scimult.encoder.nn.layer.LayerWeights;
import io.github.scimult.encoder.nn.layer.PackedTensors;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.packing.SequenceGroup;
import io.github.scimult.encoder.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * An encoder that runs: embeddings and blocks, each with one attention and one feed-forward. Its forward pass keeps no state. The
 * weights are those of {@link EncoderWeights}, which owns them.
 */
public final class Encoder {
    private final EncoderConfig config;
    private final WeightTensors weights;
    private final Embeddings embeddings;
    private final List<Block> blocks;
    private final Encoder reader; // of instructions; null where this one reads them itself

    private Encoder(EncoderConfig config, WeightTensors weights) {
        ArchitectureFamily family = Architectures.of(config.architecture());
        LayerWeights own = weights.byLayer();
        this.config = config;
        this.weights = weights;
        this.embeddings = family.embeddings(config.architecture(), own);
        this.blocks = new ArrayList<>();
        for (int block = 0; block < config.layers(); block++) {
            blocks.add(family.block(config.architecture(), block, own));
        }
        this.reader = config.instructions().reader() == InstructionConfig.Reader.OWN_ENCODER
                ? of(config.withInstructions(InstructionConfig.NONE), weights.readers())
                : null;
    }

    /** @param weights of one expert, and of the reader of instructions where it is an encoder of its own */
    static Encoder of(EncoderConfig config, WeightTensors weights) {
        return new Encoder(config, weights);
    }

    public EncoderConfig config() {
        return config;
    }

    /** Shows every weight that it computes with, from the input up; Q, K and V as one. */
    public void visit(WeightVisitor visitor) {
        weights.visit(visitor);
    }

    /** The same encoder with every weight changed, to copy or convert it. */
    Encoder map(UnaryOperator<Tensor> change) {
        return of(config, weights.map((weight, tensor) -> change.apply(tensor)));
    }

    /**
     * The same encoder with the blocks' weights in the precision of products; the gradient flows through the change.
     * Embeddings stay as they are, since a look-up gains nothing from a smaller type.
     */
    public Encoder computingIn(Precision precision) {
        return precision.compute() == precision.master()
                ? this
                : of(
                        config,
                        weights.map((weight, tensor) -> weight.depth() == 0 ? tensor : tensor.to(precision.compute())));
    }

    /**
     * An instruction as this encoder's texts see it.
     *
     * @param ids with the tokens that begin and end a text; empty for none
     */
    public InstructionKeyValues read(int[] ids, AttentionKernel kernel, Dropout dropout) {
        if (ids.length == 0) {
            return InstructionKeyValues.NONE;
        }
        Encoder reading = reader == null ? this : reader;
        ForwardPass pass = reading.pass(PackedBatch.of(new int[][] {ids}), kernel, dropout);
        List<Tensor> states = reading.states(pass, InstructionKeyValues.NONE);
        double bias = Math.log(config.instructions().weight());
        List<KeyValues> keyValues = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            keyValues.add(blocks.get(block).keyValues(states.get(block), bias, kernel));
        }
        return new InstructionKeyValues(keyValues);
    }

    /** The embeddings of a batch's texts, in the caller's order. @return (B, H), in the type of the embedding table */
    public Tensor encode(PackedBatch batch, AttentionKernel kernel, Dropout dropout) {
        return encode(batch, InstructionKeyValues.NONE, kernel, dropout);
    }

    /** As above, the texts attending to an instruction. */
    public Tensor encode(PackedBatch batch, InstructionKeyValues instruction, AttentionKernel kernel, Dropout dropout) {
        ForwardPass pass = pass(batch, kernel, dropout);
        Run whole = new Run(pass, instruction, 0, blocks.size());
        return pool(run(embed(pass), whole, Tensor::deallocate), pass.batch());
    }

    /**
     * The embeddings of a batch's texts under several experts: the blocks below the first that is split are computed once.
     *
     * @param experts encoders of one model, see {@link EncoderWeights#expert}; without instructions
     * @return for each of them (B, H), the same as {@link #encode} gives, bit for bit
     */
    public static List<Tensor> encodeEach(List<Encoder> experts, PackedBatch batch, AttentionKernel kernel) {
        Encoder first = experts.getFirst();
        int shared = first.config.experts().sharedBlocks(first.blocks.size());
        ForwardPass pass = first.pass(batch, kernel, Dropout.NONE);
        Run below = new Run(pass, InstructionKeyValues.NONE, 0, shared);
        Run above = new Run(pass, InstructionKeyValues.NONE, shared, first.blocks.size());
        Tensor fork = first.run(first.embed(pass), below, Tensor::deallocate); // (T, H)
        List<Tensor> vectors = new ArrayList<>();
        for (Encoder expert : experts) {
            Tensor top = TensorScope.of(() -> expert.run(fork.clone(), above, Tensor::deallocate)); // (T, H)
            vectors.add(expert.pool(top, pass.batch()));
            top.deallocate();
        }
        return vectors;
    }

    /** All hidden states: element 0 the embeddings, element n the output of block n; each (T, H) in packed order. */
    List<Tensor> states(ForwardPass pass, InstructionKeyValues instruction) {
        List<Tensor> states = new ArrayList<>();
        Run whole = new Run(pass, instruction, 0, blocks.size());
        states.add(run(embed(pass), whole, states::add));
        return states;
    }

    ForwardPass pass(PackedBatch batch, AttentionKernel kernel, Dropout dropout) {
        return new ForwardPass(PackedTensors.of(batch, embeddings.type()), kernel, dropout);
    }

    /** The blocks from one to before another, for a batch that attends to an instruction. */
    private record Run(ForwardPass pass, InstructionKeyValues instruction, int from, int to) {}

    private Tensor embed(ForwardPass pass) {
        return TensorScope.of(
                () -> pass.dropout().apply(embeddings.apply(pass.batch()).to(weights.typeOfBlocks()))); // (T, H)
    }

    /** @param passed is given each state but the last, as soon as the next is there */
    private Tensor run(Tensor start, Run run, Consumer<Tensor> passed) {
        Tensor state = start; // (T, H)
        for (int index = run.from(); index < run.to(); index++) {
            Tensor below = state;
            Block block = blocks.get(index);
            KeyValues before = run.instruction().block(index);
            state = TensorScope.of(() -> block.apply(below, before, run.pass()));
            passed.accept(below);
        }
        return state;
    }

    private Tensor pool(Tensor states, PackedTensors batch) {
        TensorVector slabs = states.to(embeddings.type()).split_with_sizes(batch.groupRows(), 0);
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
}
