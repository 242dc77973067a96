package io.github.scimult.app.command;

import io.github.scimult.library.PaperLibrary;
import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.embedding.ComputePlan;
import io.github.scimult.model.embedding.ComputeProbe;
import io.github.scimult.model.embedding.LibtorchEncoder;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.Precision;
import io.github.scimult.model.train.ComputeConfig;
import java.io.IOException;
import java.nio.file.Path;

/** Models that are named on the command line, ready to compute as the command line says. */
final class ModelOption {
    private ModelOption() {}

    /** The model of an index: as named, or where the index says it was. @param named null for none */
    static String of(Path index, String named) throws IOException {
        return named == null ? PaperLibrary.modelOf(index) : named;
    }

    /** A model ready to embed. */
    static LibtorchEncoder encoder(String name, PretrainedModel model, Integer maxLength, ComputeConfig compute) {
        EncoderConfig config =
                maxLength == null ? model.config() : model.config().withMaxLength(maxLength);
        ComputePlan plan = ComputeProbe.measure(config, compute.wish(), false);
        return new LibtorchEncoder(
                name, EncoderWeights.encoder(config, model.weights(), Precision.FLOAT32), model.tokenizer(), plan);
    }
}
