package io.github.scimult.encoder.nn.layer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.json.JsonFile;

/**
 * A kind of encoder: all in which it differs from others. Experts, instructions, packing, workers, pooling, dropout and export are the
 * same for all and not its business.
 */
public interface ArchitectureFamily {
    /** What {@code model_type} in {@code config.json} calls it, such as {@code bert}. */
    String type();

    /** Hugging Face's class of its models without a head, such as {@code BertModel}. */
    String modelClass();

    /**
     * Reads the architecture in a {@code config.json}.
     *
     * @throws BadDataException if a value is missing or not supported; names file, key and value
     */
    Architecture read(JsonFile config);

    /** Writes what {@link #read} reads, and what else Hugging Face's libraries want. */
    void write(Architecture architecture, ObjectNode config);

    /** An array's name in a file as {@link Architecture#names} has it: without the prefix of models with a head. */
    String plainName(String name);

    /**
     * Whether an array is one of the encoder's weights, as against heads and buffers.
     *
     * @param plainName see {@link #plainName}
     */
    boolean isOfEncoder(String plainName);

    Embeddings embeddings(Architecture architecture, LayerWeights weights);

    /** @param block its number, from 0 */
    Block block(Architecture architecture, int block, LayerWeights weights);
}
