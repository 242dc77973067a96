package io.github.scimult.encoder.checkpoint;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.tokenizer.TextTokenizer;

/** A model as it comes from a folder or an artifact: all that is needed to compute with it, and nothing computed yet. */
public final class PretrainedModel implements AutoCloseable {
    private final EncoderConfig config;
    private final WeightMap weights;
    private final TextTokenizer tokenizer;
    private final String name;
    private String fingerprint;

    /**
     * @param config architecture, head and routing
     * @param weights one array for every weight that {@code config} asks for, of the shape it asks for
     * @param tokenizer the model's own; closed with the model
     * @param name what the model is called in reports: the folder's or the artifact's name
     */
    public PretrainedModel(EncoderConfig config, WeightMap weights, TextTokenizer tokenizer, String name) {
        this.config = config;
        this.weights = weights;
        this.tokenizer = tokenizer;
        this.name = name;
    }

    public EncoderConfig config() {
        return config;
    }

    /** The weights as they lie in the file. */
    public WeightMap weights() {
        return weights;
    }

    public TextTokenizer tokenizer() {
        return tokenizer;
    }

    public String name() {
        return name;
    }

    /** The weights in memory, in the master type of a precision; a copy, for the caller to close. */
    public EncoderWeights load(Precision precision) {
        return load(config, precision);
    }

    /**
     * The weights of another configuration that begins as this model: what it has more than once is copied.
     *
     * @throws IllegalArgumentException if this model lacks a weight that the configuration demands
     */
    public EncoderWeights load(EncoderConfig other, Precision precision) {
        return WeightArrays.load(other, weights.withCopies(other), precision);
    }

    /** Tells whether two models are the same: 32 hexadecimal digits of configuration, tokenizer and weights. */
    public synchronized String fingerprint() {
        if (fingerprint == null) {
            fingerprint = ModelFingerprint.of(this);
        }
        return fingerprint;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
