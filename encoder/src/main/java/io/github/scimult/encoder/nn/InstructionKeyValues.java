package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.packing.PackedBatch;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A task's instruction as the blocks of a text encoder see it: in block n a text's tokens attend to the instruction's token
 * states of the block below as well as to their own, while the instruction never sees the text (SciMult, section 3.2,
 * "Instruction" and "Prefix"). So it is read once, for all texts of the task.
 *
 * @param blocks what block 0, 1, … attends to
 */
public record InstructionKeyValues(List<Context> blocks) {
    /** No instruction: each text attends to itself alone. */
    public static final InstructionKeyValues NONE = new InstructionKeyValues(List.of());

    public InstructionKeyValues {
        blocks = List.copyOf(blocks);
    }

    /**
     * Keys and values that stand before those of every text.
     *
     * @param keys (h, I, d), of the instruction's I tokens
     * @param values (h, I, d)
     * @param bias is added to every score of these keys before the softmax: the logarithm of {@link InstructionConfig#weight}
     */
    record Context(Tensor keys, Tensor values, double bias) {}

    /**
     * Reads an instruction.
     *
     * @param ids of the instruction, [CLS] and [SEP] included
     * @param reader encodes it: the text encoder itself, or for Prefix the copy that is trained in its place
     * @param encoder whose texts are to attend to it; its projections make the keys and values
     */
    public static InstructionKeyValues read(
            int[] ids, Encoder reader, Encoder encoder, AttentionKernel kernel, Dropout dropout) {
        PackedTensors batch = reader.tensors(PackedBatch.of(new int[][] {ids}));
        List<Tensor> states = reader.states(batch, kernel, dropout); // the last one is never used
        double bias = Math.log(encoder.config().instructions().weight());
        List<Context> contexts = new ArrayList<>();
        for (int block = 0; block < encoder.blocks().size(); block++) {
            contexts.add(encoder.blocks().get(block).contextOf(states.get(block), batch.heads(), bias, kernel));
        }
        return new InstructionKeyValues(contexts);
    }

    /** The same, kept when the scope in which it was read is closed. */
    public InstructionKeyValues retained() {
        blocks.forEach(context -> {
            context.keys().retainReference();
            context.values().retainReference();
        });
        return this;
    }

    /** The instruction's number of tokens, I; 0 where there is none. */
    public int length() {
        return blocks.isEmpty() ? 0 : (int) blocks.getFirst().keys().size(1);
    }

    /** What is added to the scores of the instruction's tokens before the softmax; 0 where they count in full. */
    public double bias() {
        return blocks.isEmpty() ? 0 : blocks.getFirst().bias();
    }

    /** The keys of a block, (h, I, d) row by row. */
    public float[] keys(int block) {
        return floats(blocks.get(block).keys());
    }

    /** The values of a block, (h, I, d) row by row. */
    public float[] values(int block) {
        return floats(blocks.get(block).values());
    }

    private static float[] floats(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor plain = tensor.detach().to(ScalarType.Float).contiguous();
            float[] values = new float[(int) plain.numel()];
            new FloatPointer(plain.data_ptr()).get(values);
            return values;
        }
    }

    /** What a block attends to; null if there is no instruction. */
    Context block(int index) {
        return blocks.isEmpty() ? null : blocks.get(index);
    }
}
