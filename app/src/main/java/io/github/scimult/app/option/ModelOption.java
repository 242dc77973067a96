package io.github.scimult.app.option;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.ComputeAutotuner;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.inference.Workload;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.training.config.ComputeConfig;
import java.io.IOException;
import java.nio.file.Path;

/** Models that are named on the command line, ready to compute as the command line says. */
public final class ModelOption {
    private ModelOption() {}

    /** The model of an index: as named, or where the index says it was. @param named null for none */
    public static String of(Path index, String named) throws IOException {
        return named == null ? PaperLibrary.modelOf(index) : named;
    }

    /** A model ready to embed. */
    public static LibtorchEncoder encoder(
            String name, PretrainedModel model, Integer maxLength, ComputeConfig compute) {
        ComputeSettings plan = ComputeAutotuner.measure(config(model, maxLength), compute.wish(), Workload.EMBEDDING);
        return encoder(name, model, maxLength, plan);
    }

    /** A model ready to embed as another one does. */
    public static LibtorchEncoder encoder(String name, PretrainedModel model, Integer maxLength, ComputeSettings plan) {
        return LibtorchEncoder.of(name, model, config(model, maxLength), plan);
    }

    private static EncoderConfig config(PretrainedModel model, Integer maxLength) {
        return maxLength == null ? model.config() : model.config().withMaxLength(maxLength);
    }
}
