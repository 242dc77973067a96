package io.github.scimult.encoder.nn.layer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.json.JsonFile;

/** The keys of a {@code config.json} that encoders of {@link AbsoluteEmbeddings} and {@link PostNormBlock} share. */
public final class PostNormConfig {
    private PostNormConfig() {}

    /**
     * Refuses what the layers do not compute.
     *
     * @throws BadDataException naming file, key and value
     */
    public static void requireSupported(JsonFile config) {
        require(config, "hidden_act", "gelu");
        require(config, "position_embedding_type", "absolute");
        if (config.root().path("is_decoder").asBoolean(false)) {
            throw BadDataException.in(config.path(), "'is_decoder' is true; only encoders are supported");
        }
    }

    private static void require(JsonFile config, String key, String value) {
        if (!config.text(key, value).equals(value)) {
            throw BadDataException.in(
                    config.path(),
                    "'" + key + "' is '" + config.text(key, "") + "'; only '" + value + "' is supported");
        }
    }

    public static BlockSizes sizes(JsonFile config) {
        return new BlockSizes(
                config.integer("num_hidden_layers"),
                config.integer("hidden_size"),
                config.integer("num_attention_heads"),
                config.integer("intermediate_size"));
    }

    /** @param firstPosition which no file states by itself */
    public static EmbeddingTables tables(JsonFile config, int firstPosition) {
        return new EmbeddingTables(
                config.integer("vocab_size"),
                config.integer("max_position_embeddings"),
                firstPosition,
                config.integer("type_vocab_size", 2));
    }

    public static double epsilon(JsonFile config) {
        return config.number("layer_norm_eps", 1e-12);
    }

    /** @param paddingId the token that pads a batch */
    public static void write(Architecture architecture, int paddingId, ObjectNode config) {
        BlockSizes sizes = architecture.sizes();
        EmbeddingTables tables = architecture.tables();
        config.put("position_embedding_type", "absolute").put("hidden_act", "gelu");
        config.put("hidden_size", sizes.hiddenSize()).put("num_hidden_layers", sizes.layers());
        config.put("num_attention_heads", sizes.heads()).put("intermediate_size", sizes.feedForwardSize());
        config.put("max_position_embeddings", tables.positions()).put("type_vocab_size", tables.tokenTypes());
        config.put("vocab_size", tables.vocabularySize()).put("layer_norm_eps", architecture.layerNormEpsilon());
        config.put("hidden_dropout_prob", 0.1).put("attention_probs_dropout_prob", 0.1);
        config.put("initializer_range", 0.02).put("pad_token_id", paddingId).put("torch_dtype", "float32");
    }
}
