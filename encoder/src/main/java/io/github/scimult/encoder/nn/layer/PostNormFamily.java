package io.github.scimult.encoder.nn.layer;

import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.Layer;
import io.github.scimult.encoder.architecture.SubLayer;
import io.github.scimult.encoder.architecture.WeightNames;
import java.util.List;
import java.util.Set;

/**
 * What BERT and its direct descendants share: {@link AbsoluteEmbeddings}, blocks with LayerNorm after each sub-layer
 * ({@link PostNormBlock}), and the names of their weights.
 */
public interface PostNormFamily extends ArchitectureFamily {
    /** The names that BERT gave its weights. */
    WeightNames NAMES = WeightNames.builder()
            .subLayer(SubLayer.EMBEDDINGS, "embeddings")
            .layer(Layer.WORD_EMBEDDINGS, "word_embeddings")
            .layer(Layer.POSITION_EMBEDDINGS, "position_embeddings")
            .layer(Layer.TOKEN_TYPE_EMBEDDINGS, "token_type_embeddings")
            .layer(Layer.EMBEDDING_NORM, "LayerNorm")
            .subLayer(SubLayer.ATTENTION, "encoder.layer.%d.attention")
            .layer(Layer.QUERY_KEY_VALUE, "self.qkv", List.of("self.query", "self.key", "self.value"))
            .layer(Layer.ATTENTION_OUTPUT, "output.dense")
            .layer(Layer.ATTENTION_NORM, "output.LayerNorm")
            .subLayer(SubLayer.FEED_FORWARD, "encoder.layer.%d")
            .layer(Layer.INTERMEDIATE, "intermediate.dense")
            .layer(Layer.OUTPUT, "output.dense")
            .layer(Layer.OUTPUT_NORM, "output.LayerNorm")
            .build();

    /** Arrays beside the embedding tables that are computed and not learned. */
    Set<String> BUFFERS = Set.of("embeddings.position_ids", "embeddings.token_type_ids");

    /** Models with a head put the encoder's name and a dot before its weights' names. */
    @Override
    default String plainName(String name) {
        String prefix = type() + ".";
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    @Override
    default boolean isOfEncoder(String plainName) {
        return !BUFFERS.contains(plainName)
                && (plainName.startsWith("embeddings.") || plainName.startsWith("encoder."));
    }

    @Override
    default Embeddings embeddings(Architecture architecture, LayerWeights weights) {
        return AbsoluteEmbeddings.of(architecture, weights);
    }

    @Override
    default Block block(Architecture architecture, int block, LayerWeights weights) {
        return PostNormBlock.of(architecture, block, weights);
    }
}
