package io.github.scimult.encoder.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.export.onnx.NumberType;
import io.github.scimult.encoder.export.onnx.OnnxEncoder;
import io.github.scimult.encoder.inference.TaskInstruction;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.InstructionKeyValues;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;

/** Writes a model for other programs, each time a whole folder or none. */
public final class ModelExport {
    private ModelExport() {}

    /**
     * The task's expert as a folder that Hugging Face's libraries and sentence-transformers open without code of ours.
     *
     * @param card the text of its {@code README.md}
     * @throws IllegalArgumentException if the model reads instructions, which such a folder has no place for
     */
    public static void sentenceTransformers(PretrainedModel model, Task task, String card, Path to) throws IOException {
        if (model.config().instructions().areThere()) {
            throw new IllegalArgumentException("the model reads an instruction at every block, which "
                    + "sentence-transformers cannot without code of its own; export it with --format onnx");
        }
        folder(TaskModel.of(model, task), card, to);
    }

    /**
     * The model as it is, experts and all, as a folder of this program.
     *
     * @param card the text of its {@code README.md}
     */
    public static void folder(PretrainedModel model, String card, Path to) throws IOException {
        AtomicFolder.write(to, folder -> {
            ModelFolder.write(folder, model.config(), model.weights().arrays(), model.tokenizer());
            AtomicFile.writeText(folder.resolve(ModelFolder.CARD), card);
        });
    }

    /**
     * The task's expert as {@code model.onnx}, its instruction inside, with the tokenizer's files beside it.
     *
     * @param card the text of its {@code README.md}
     */
    public static void onnx(PretrainedModel model, Task task, NumberType type, String card, Path to)
            throws IOException {
        PretrainedModel own = TaskModel.of(model, task);
        ModelProto graph = graph(own, task, type);
        AtomicFolder.write(to, folder -> {
            AtomicFile.write(folder.resolve("model.onnx"), graph::writeTo);
            own.tokenizer().save(folder, own.config().maxLength());
            AtomicFile.writeText(folder.resolve(ModelFolder.CARD), card);
        });
    }

    private static ModelProto graph(PretrainedModel model, Task task, NumberType type) {
        if (!model.config().instructions().areThere()) {
            return OnnxEncoder.model(model.config(), model.weights(), InstructionKeyValues.NONE, type);
        }
        try (EncoderWeights weights = model.load(Precision.FLOAT32);
                PointerScope scope = new PointerScope()) {
            InstructionKeyValues instruction =
                    TaskInstruction.of(weights.expertFor(task), task, model.tokenizer(), AttentionKernel.FUSED);
            return OnnxEncoder.model(model.config(), model.weights(), instruction, type);
        }
    }
}
