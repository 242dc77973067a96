package io.github.scimult.encoder.nn.bert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.json.JsonFile;
import io.github.scimult.encoder.nn.layer.PostNormConfig;
import io.github.scimult.encoder.nn.layer.PostNormFamily;

/**
 * BERT (Devlin et al., "BERT: Pre-training of deep bidirectional transformers", 2019): positions from 0, LayerNorm after each
 * sub-layer.
 */
public final class Bert implements PostNormFamily {
    private static final String TYPE = "bert";
    private static final int PADDING_ID = 0;

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

    /** Checkpoints converted from TensorFlow have LayerNorm's parameters by older names. */
    @Override
    public String plainName(String name) {
        return PostNormFamily.super
                .plainName(name)
                .replace("LayerNorm.gamma", "LayerNorm.weight")
                .replace("LayerNorm.beta", "LayerNorm.bias");
    }
}
