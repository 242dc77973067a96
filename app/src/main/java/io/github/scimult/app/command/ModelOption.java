package io.github.scimult.app.command;

import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.MiniLm;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.embedding.ComputePlan;
import io.github.scimult.model.embedding.ComputeProbe;
import io.github.scimult.model.embedding.LibtorchEncoder;
import io.github.scimult.model.nn.AttentionKernel;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.Precision;
import io.github.scimult.model.train.ComputeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens models that are named on the command line. */
final class ModelOption {
    private ModelOption() {}

    /** The model of a folder, or the built-in one for {@code minilm}. */
    static PretrainedModel load(String name) throws IOException {
        if (name.equals("minilm")) {
            return MiniLm.load();
        }
        Path folder = Path.of(name);
        if (Files.isRegularFile(folder.resolve("training/plan.json"))
                && !Files.isRegularFile(folder.resolve("manifest.json"))) {
            throw new io.github.scimult.core.collection.BadDataException(
                    folder + " is an unfinished training run: go on "
                            + "with ./scimult train --resume " + folder + ", or use what was best so far: " + folder
                            + "/training/best");
        }
        if (Files.isRegularFile(folder)) {
            throw new io.github.scimult.core.collection.BadDataException(
                    folder + " is a file; a model is a folder. Make one of a .ckpt by ./scimult convert " + folder
                            + " --base DIR --to MODEL");
        }
        return ModelFolder.load(folder);
    }

    /** A model ready to embed. */
    static LibtorchEncoder encoder(String name, PretrainedModel model, Integer maxLength, ComputeConfig compute) {
        EncoderConfig config =
                maxLength == null ? model.config() : model.config().withMaxLength(maxLength);
        ComputePlan plan = ComputeProbe.measure(config, compute.wish(), false);
        return new LibtorchEncoder(
                name, EncoderWeights.encoder(config, model.weights(), Precision.FLOAT32), model.tokenizer(), plan);
    }

    /** A model ready to embed a few texts: what is fastest for many is not worth finding out. */
    static LibtorchEncoder atOnce(String name, PretrainedModel model, int threads) {
        ComputePlan plan = new ComputePlan(
                Precision.FLOAT32,
                AttentionKernel.FUSED,
                threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
        return new LibtorchEncoder(name, EncoderWeights.encoder(model, Precision.FLOAT32), model.tokenizer(), plan);
    }
}
