package io.github.scimult.encoder.checkpoint;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.tokenizer.TextTokenizer;

/**
 * A model as it comes from a folder or an artifact: all that is needed to compute with it, and nothing computed yet.
 *
 * @param config the encoder's shape and readout
 * @param weights one array for every weight that {@code config} asks for, of the shape it asks for
 * @param tokenizer the model's own; closed with the model
 * @param name what the model is called in reports: the folder's or the artifact's name
 */
public record PretrainedModel(EncoderConfig config, WeightMap weights, TextTokenizer tokenizer, String name)
        implements AutoCloseable {
    /** Tells whether two models are the same: 32 hexadecimal digits of the SHA-256 of configuration, tokenizer and weights. */
    public String fingerprint() {
        return ModelFingerprint.of(this);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
