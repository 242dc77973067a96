package io.github.scimult.encoder.nn.roberta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.json.JsonFile;
import io.github.scimult.encoder.nn.layer.PostNormConfig;
import io.github.scimult.encoder.nn.layer.PostNormFamily;

/**
 * RoBERTa (Liu et al., "RoBERTa: A robustly optimized BERT pretraining approach", 2019): positions are counted from the padding
 * token's id on, so that the first token of a text has the position after it; one token type; LayerNorm after each sub-layer.
 */
public final class Roberta implements PostNormFamily {
    private static final String TYPE = "roberta";
    private static final int PADDING_ID = 1;

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
}
