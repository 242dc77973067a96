package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.nn.layer.KeyValues;
import io.github.scimult.encoder.tensor.TensorOwner;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A task's instruction as the blocks of a text encoder see it: in block n a text's tokens attend to the instruction's token
 * states of the block below as well as to their own, while the instruction never sees the text (SciMult, section 3.2,
 * "Instruction" and "Prefix"). So it is read once, for all texts of the task; see {@link Encoder#read}.
 *
 * @param blocks what block 0, 1, … attends to
 */
public record InstructionKeyValues(List<KeyValues> blocks) {
    /** No instruction: each text attends to itself alone. */
    public static final InstructionKeyValues NONE = new InstructionKeyValues(List.of());

    public InstructionKeyValues {
        blocks = List.copyOf(blocks);
    }

    /** The same, kept by an owner when the scope in which it was read is closed. */
    public InstructionKeyValues keptBy(TensorOwner owner) {
        blocks.forEach(block -> {
            owner.keep(block.keys());
            owner.keep(block.values());
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

    /** The keys of a block, (N, I, D) row by row. */
    public float[] keys(int block) {
        return floats(blocks.get(block).keys());
    }

    /** The values of a block, (N, I, D) row by row. */
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
    KeyValues block(int index) {
        return blocks.isEmpty() ? null : blocks.get(index);
    }
}
