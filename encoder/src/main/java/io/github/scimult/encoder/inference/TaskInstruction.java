package io.github.scimult.encoder.inference;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.InstructionKeyValues;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import org.bytedeco.pytorch.NoGradGuard;

/** A task's instruction as a trained encoder's texts see it. */
public final class TaskInstruction {
    private TaskInstruction() {}

    /**
     * Reads it, in the caller's scope; none where the encoder reads none.
     *
     * @param encoder as the task's expert sees it
     * @param tokenizer the model's
     */
    public static InstructionKeyValues of(Encoder encoder, Task task, TextTokenizer tokenizer, AttentionKernel kernel) {
        EncoderConfig config = encoder.config();
        if (!config.instructions().areThere()) {
            return InstructionKeyValues.NONE;
        }
        int[] ids = tokenizer.encode(SegmentedText.of(config.instructions().of(task)), config.maxLength());
        try (NoGradGuard noGradients = new NoGradGuard()) {
            return encoder.read(ids, kernel, Dropout.NONE);
        }
    }
}
