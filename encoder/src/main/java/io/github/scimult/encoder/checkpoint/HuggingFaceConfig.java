package io.github.scimult.encoder.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.architecture.Routing;
import io.github.scimult.encoder.json.JsonFile;
import io.github.scimult.encoder.nn.Architectures;
import io.github.scimult.encoder.nn.layer.ArchitectureFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code config.json}: Hugging Face's keys, and under {@code scimult} what they have no place for:
 *
 * <pre>{@code
 * "scimult": {"pooling": "mean", "similarity": "cosine", "scale": 20.0, "max_length": 256,
 *   "experts": {"names": ["search", "link", "classification"], "tasks": {"link-co-cite": "link"},
 *     "attention_blocks": [1, 3, 5],
 *     "feed_forward_blocks": []},
 *   "instructions": {"reader": "same_encoder", "weight": 1.0, "texts": {"link": "Find …"}},
 *   "prompts": {"query": "query: ", "document": "passage: "}}
 * }</pre>
 *
 * {@code scale} is 1/τ, τ being the temperature. A model with experts or instructions has a type such as {@code scimult-bert}, so that
 * no other program takes it for a plain BERT.
 */
final class HuggingFaceConfig {
    private static final String OURS = "scimult";
    private static final String DEFAULT_TYPE = "bert";
    /** Stands before the type of a model with experts or instructions. */
    private static final String OTHER_THAN_PLAIN = "scimult-";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HuggingFaceConfig() {}

    /**
     * The encoder that a {@code config.json} describes.
     *
     * @param fallback pooling and the like where there is no {@code scimult} part
     * @throws BadDataException if it is of a kind that is not supported; names file, key and value
     */
    static EncoderConfig parse(JsonFile file, EmbeddingHead fallback) {
        String type = file.text("model_type", DEFAULT_TYPE);
        String plainType = type.startsWith(OTHER_THAN_PLAIN) ? type.substring(OTHER_THAN_PLAIN.length()) : type;
        ArchitectureFamily family = Architectures.named(plainType)
                .orElseThrow(() -> BadDataException.in(
                        file.path(),
                        "a model of type '" + type + "' is not supported; the types that are: "
                                + String.join(", ", Architectures.types())));
        JsonFile ours = file.at(OURS);
        try {
            Architecture architecture = family.read(file);
            EmbeddingHead head = ours.isThere() ? head(ours, fallback) : fallback;
            ExpertLayout experts = ours.at("experts").isThere() ? experts(ours.at("experts")) : ExpertLayout.none();
            return new EncoderConfig(
                    architecture,
                    head.withMaxLength(
                            Math.min(head.maxLength(), architecture.tables().longestText())),
                    new Routing(experts, instructions(ours.at("instructions"))),
                    prompts(ours.at("prompts")));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(file.path() + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddingHead head(JsonFile ours, EmbeddingHead fallback) {
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

    private static Prompts prompts(JsonFile file) {
        return file.isThere() ? new Prompts(file.text("query", ""), file.text("document", "")) : Prompts.NONE;
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
        ArchitectureFamily family = Architectures.of(config.architecture());
        ObjectNode root = NODES.objectNode();
        root.putArray("architectures").add(plain ? family.modelClass() : "SciMultModel");
        root.put("model_type", plain ? family.type() : OTHER_THAN_PLAIN + family.type());
        family.write(config.architecture(), root);
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
        // An ordinary encoder has them where sentence-transformers looks for them.
        if (!plain && config.prompts().areThere()) {
            ObjectNode prompts = ours.putObject("prompts");
            prompts.put("query", config.prompts().query());
            prompts.put("document", config.prompts().document());
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
