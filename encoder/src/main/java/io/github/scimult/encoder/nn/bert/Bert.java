package io.github.scimult.encoder.nn.bert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EmbeddingTables;
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
 * BERT (Devlin et al., "BERT: Pre-training of deep bidirectional transformers", 2019): positions from 0, LayerNorm after each
 * sub-layer.
 */
public final class Bert implements ArchitectureFamily {
    private static final String TYPE = "bert";
    private static final String PREFIX = "bert.";
    private static final String EMBEDDINGS = "embeddings";
    private static final String BLOCKS = "encoder.";
    private static final int PADDING_ID = 0;

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

    /** A BERT of some sizes. */
    public static Architecture architecture(BlockSizes sizes, EmbeddingTables tables, double layerNormEpsilon) {
        return new Architecture(TYPE, sizes, tables, layerNormEpsilon, NAMES);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String modelClass() {
        return "BertModel";
    }

    @Override
    public Architecture read(JsonFile config) {
        PostNormConfig.requireSupported(config);
        return architecture(
                PostNormConfig.sizes(config), PostNormConfig.tables(config, 0), PostNormConfig.epsilon(config));
    }

    @Override
    public void write(Architecture architecture, ObjectNode config) {
        PostNormConfig.write(architecture, PADDING_ID, config);
    }

    /** Also by the newer of LayerNorm's names. */
    @Override
    public String plainName(String name) {
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return plain.replace("LayerNorm.gamma", "LayerNorm.weight").replace("LayerNorm.beta", "LayerNorm.bias");
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
