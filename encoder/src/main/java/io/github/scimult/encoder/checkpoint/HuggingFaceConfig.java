package io.github.scimult.encoder.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code config.json} of a BERT: Hugging Face's keys, and under {@code scimult} what they have no place for:
 *
 * <pre>{@code
 * "scimult": {"pooling": "mean", "similarity": "cosine", "scale": 20.0, "max_length": 256,
 *   "experts": {"names": ["search", "link", "classification"], "tasks": {"link-co-cite": "link"},
 *     "attention_blocks": [1, 3, 5],
 *     "feed_forward_blocks": []},
 *   "instructions": {"reader": "same_encoder", "weight": 1.0, "texts": {"link": "Find …"}}}
 * }</pre>
 *
 * A model with experts or instructions has the type {@code scimult-bert}, so that no other program takes it for a plain BERT.
 */
final class HuggingFaceConfig {
    private static final String OURS = "scimult";
    private static final String OTHER_THAN_PLAIN = "scimult-bert";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HuggingFaceConfig() {}

    /**
     * The encoder that a {@code config.json} describes.
     *
     * @param fallback pooling and the like where there is no {@code scimult} part
     * @throws BadDataException if it is no BERT, or one of a kind that is not supported; names file, key and value
     */
    static EncoderConfig parse(JsonFile file, EmbeddingHead fallback) {
        refuseOthers(file);
        JsonFile ours = file.at(OURS);
        EmbeddingHead readout = ours.isThere() ? readout(ours, fallback) : fallback;
        ExpertLayout experts = ours.at("experts").isThere() ? experts(ours.at("experts")) : ExpertLayout.none();
        int positions = file.integer("max_position_embeddings");
        try {
            return new EncoderConfig(
                    file.integer("vocab_size"),
                    file.integer("hidden_size"),
                    file.integer("num_hidden_layers"),
                    file.integer("num_attention_heads"),
                    file.integer("intermediate_size"),
                    positions,
                    file.integer("type_vocab_size", 2),
                    file.number("layer_norm_eps", 1e-12),
                    readout.pooling(),
                    readout.similarity(),
                    readout.scale(),
                    Math.min(readout.maxLength(), positions),
                    experts,
                    instructions(ours.at("instructions")));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file.path() + ": " + e.getMessage(), e);
        }
    }

    private static void refuseOthers(JsonFile file) {
        String type = file.text("model_type", "bert");
        if (!type.equals("bert") && !type.equals(OTHER_THAN_PLAIN)) {
            throw BadDataException.in(
                    file.path(),
                    "a model of type '" + type
                            + "'; only BERT is supported: absolute positions, token types, LayerNorm after each sub-layer");
        }
        demand(file, "hidden_act", "gelu");
        demand(file, "position_embedding_type", "absolute");
        if (file.root().path("is_decoder").asBoolean(false)) {
            throw BadDataException.in(file.path(), "'is_decoder' is true; only encoders are supported");
        }
    }

    private static void demand(JsonFile file, String key, String value) {
        if (!file.text(key, value).equals(value)) {
            throw BadDataException.in(
                    file.path(), "'" + key + "' is '" + file.text(key, "") + "'; only '" + value + "' is supported");
        }
    }

    private static EmbeddingHead readout(JsonFile ours, EmbeddingHead fallback) {
        Pooling pooling = constant(Pooling.class, ours, "pooling", fallback.pooling());
        Similarity similarity = constant(Similarity.class, ours, "similarity", fallback.similarity());
        double scale = ours.number("scale", EmbeddingHead.defaultScale(similarity));
        return new EmbeddingHead(pooling, similarity, scale, ours.integer("max_length", fallback.maxLength()));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonFile ours, String key, E otherwise) {
        String name = ours.text(key, otherwise.name());
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(
                    ours.path() + ": '" + OURS + "." + key + "' is '" + name + "', expected one of "
                            + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT),
                    e);
        }
    }

    private static ExpertLayout experts(JsonFile file) {
        List<String> names = new ArrayList<>();
        file.root().path("names").forEach(name -> names.add(name.asText()));
        Map<String, String> tasks = new TreeMap<>();
        file.root()
                .path("tasks")
                .properties()
                .forEach(task -> tasks.put(task.getKey(), task.getValue().asText()));
        try {
            return new ExpertLayout(
                    names, tasks, blocks(file, "attention_blocks"), blocks(file, "feed_forward_blocks"));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file.path() + ": '" + OURS + ".experts': " + e.getMessage(), e);
        }
    }

    private static InstructionConfig instructions(JsonFile file) {
        if (!file.isThere()) {
            return InstructionConfig.NONE;
        }
        Map<String, String> texts = new TreeMap<>();
        file.root()
                .path("texts")
                .properties()
                .forEach(task -> texts.put(task.getKey(), task.getValue().asText()));
        InstructionConfig.Reader reader =
                constant(InstructionConfig.Reader.class, file, "reader", InstructionConfig.Reader.SAME_ENCODER);
        try {
            return new InstructionConfig(reader, texts, file.number("weight", 1));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file.path() + ": '" + OURS + ".instructions': " + e.getMessage(), e);
        }
    }

    private static List<Integer> blocks(JsonFile file, String key) {
        List<Integer> blocks = new ArrayList<>();
        for (JsonNode block : file.root().path(key)) {
            if (!block.isInt()) {
                throw BadDataException.in(
                        file.path(), "'" + OURS + ".experts." + key + "' holds " + block + ", expected block indices");
            }
            blocks.add(block.asInt());
        }
        return blocks;
    }

    /** The {@code config.json} of an encoder. */
    static ObjectNode write(EncoderConfig config) {
        boolean plain = config.isPlain();
        ObjectNode root = NODES.objectNode();
        root.putArray("architectures").add(plain ? "BertModel" : "SciMultModel");
        root.put("model_type", plain ? "bert" : OTHER_THAN_PLAIN);
        root.put("position_embedding_type", "absolute").put("hidden_act", "gelu");
        root.put("hidden_size", config.hiddenSize()).put("num_hidden_layers", config.layers());
        root.put("num_attention_heads", config.heads()).put("intermediate_size", config.feedForwardSize());
        root.put("max_position_embeddings", config.positions()).put("type_vocab_size", config.tokenTypes());
        root.put("vocab_size", config.vocabularySize()).put("layer_norm_eps", config.layerNormEpsilon());
        root.put("hidden_dropout_prob", 0.1).put("attention_probs_dropout_prob", 0.1);
        root.put("initializer_range", 0.02).put("pad_token_id", 0).put("torch_dtype", "float32");
        ObjectNode ours = root.putObject(OURS);
        ours.put("pooling", config.pooling().name().toLowerCase(Locale.ROOT));
        ours.put("similarity", config.similarity().name().toLowerCase(Locale.ROOT));
        ours.put("scale", config.scale()).put("max_length", config.maxLength());
        if (!config.experts().isShared()) {
            writeExperts(ours.putObject("experts"), config.experts());
        }
        if (config.instructions().areThere()) {
            writeInstructions(ours.putObject("instructions"), config.instructions());
        }
        return root;
    }

    private static void writeExperts(ObjectNode node, ExpertLayout experts) {
        experts.experts().forEach(node.putArray("names")::add);
        ObjectNode tasks = node.putObject("tasks");
        experts.taskToExpert().forEach(tasks::put);
        experts.attentionBlocks().forEach(node.putArray("attention_blocks")::add);
        experts.feedForwardBlocks().forEach(node.putArray("feed_forward_blocks")::add);
    }

    private static void writeInstructions(ObjectNode node, InstructionConfig instructions) {
        node.put("reader", instructions.reader().name().toLowerCase(Locale.ROOT));
        node.put("weight", instructions.weight());
        ObjectNode texts = node.putObject("texts");
        instructions.texts().forEach(texts::put);
    }
}
