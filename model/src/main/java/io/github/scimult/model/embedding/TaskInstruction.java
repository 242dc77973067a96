package io.github.scimult.model.embedding;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextTokenizer;
import io.github.scimult.model.nn.AttentionKernel;
import io.github.scimult.model.nn.Dropout;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.Instruction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/** A task's instruction as a trained encoder's texts see it, read once and kept. */
public final class TaskInstruction {
    private TaskInstruction() {}

    /**
     * Reads it; none where the encoder reads none.
     *
     * @param encoder as the task's expert sees it
     * @param tokenizer the model's
     */
    public static Instruction of(Encoder encoder, Task task, TextTokenizer tokenizer, AttentionKernel kernel) {
        EncoderConfig config = encoder.config();
        if (!config.instructions().areThere()) {
            return Instruction.NONE;
        }
        int[] ids = tokenizer.encode(SegmentedText.of(config.instructions().of(task)), config.maxLength());
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradients = new NoGradGuard()) {
            return encoder.read(ids, kernel, Dropout.NONE).retained();
        }
    }
}
