package io.github.scimult.encoder.nn.roberta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.Layer;
import io.github.scimult.encoder.architecture.SubLayer;
import io.github.scimult.encoder.architecture.WeightNames;
import io.github.scimult.encoder.json.JsonFile;
import io.github.scimult.encoder.nn.layer.AbsoluteEmbeddings;
import io.github.scimult.encoder.nn.layer.ArchitectureFamily;
import io.github.scimult.encoder.nn.layer.Block;
import io.github.scimult.encoder.nn.layer.Embeddings;
import io.github.scimult.encoder.nn.layer.LayerWeights;
import io.github.scimult.encoder.nn.layer.PostNormBlock;
import io.github.scimult.encoder.nn.layer.PostNormConfig;
import java.util.List;

/**
 * RoBERTa (Liu et al., "RoBERTa: A robustly optimized BERT pretraining approach", 2019): positions are counted from the padding
 * token's id on, so that the first token of a text has the position after it; one token type; LayerNorm after each sub-layer.
 */
public final class Roberta implements ArchitectureFamily {
    private static final String TYPE = "roberta";
    private static final String PREFIX = "roberta.";
    private static final String EMBEDDINGS = "embeddings";
    private static final String BLOCKS = "encoder.";
    private static final int PADDING_ID = 1;

    private static final WeightNames NAMES = WeightNames.builder()
            .subLayer(SubLayer.EMBEDDINGS, EMBEDDINGS)
            .layer(Layer.WORD_EMBEDDINGS, "word_embeddings")
            .layer(Layer.POSITION_EMBEDDINGS, "position_embeddings")
            .layer(Layer.TOKEN_TYPE_EMBEDDINGS, "token_type_embeddings")
            .layer(Layer.EMBEDDING_NORM, "LayerNorm")
            .subLayer(SubLayer.ATTENTION, BLOCKS + "layer.%d.attention")
            .layer(Layer.QUERY_KEY_VALUE, "self.qkv", List.of("self.query", "self.key", "self.value"))
            .layer(Layer.ATTENTION_OUTPUT, "output.dense")
            .layer(Layer.ATTENTION_NORM, "output.LayerNorm")
            .subLayer(SubLayer.FEED_FORWARD, BLOCKS + "layer.%d")
            .layer(Layer.INTERMEDIATE, "intermediate.dense")
            .layer(Layer.OUTPUT, "output.dense")
            .layer(Layer.OUTPUT_NORM, "output.LayerNorm")
            .build();

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String modelClass() {
        return "RobertaModel";
    }

    @Override
    public Architecture read(JsonFile config) {
        PostNormConfig.requireSupported(config);
        int padding = config.integer("pad_token_id", PADDING_ID);
        return new Architecture(
                TYPE,
                PostNormConfig.sizes(config),
                PostNormConfig.tables(config, padding + 1),
                PostNormConfig.epsilon(config),
                NAMES);
    }

    @Override
    public void write(Architecture architecture, ObjectNode config) {
        PostNormConfig.write(architecture, architecture.tables().firstPosition() - 1, config);
        config.put("bos_token_id", 0).put("eos_token_id", 2);
    }

    @Override
    public String plainName(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    @Override
    public boolean isOfEncoder(String plainName) {
        boolean buffer =
                plainName.equals(EMBEDDINGS + ".position_ids") || plainName.equals(EMBEDDINGS + ".token_type_ids");
        return !buffer && (plainName.startsWith(EMBEDDINGS + ".") || plainName.startsWith(BLOCKS));
    }

    @Override
    public Embeddings embeddings(Architecture architecture, LayerWeights weights) {
        return AbsoluteEmbeddings.of(architecture, weights);
    }

    @Override
    public Block block(Architecture architecture, int block, LayerWeights weights) {
        return PostNormBlock.of(architecture, block, weights);
    }
}
