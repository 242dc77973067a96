package io.github.scimult.encoder.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What sentence-transformers keeps beside the model: {@code modules.json} with the steps from text to vector (transformer,
 * pooling, perhaps normalisation), {@code sentence_bert_config.json} with the truncation, and {@code
 * config_sentence_transformers.json} with the similarity and the {@linkplain SavedPrompts prompts}. Where there is no {@code modules.json}, it is a plain Hugging
 * Face folder and SciMult's own choice is made: [CLS], dot product (section 3.1).
 */
final class SentenceTransformersFolder {
    private static final String MODULES = "modules.json";
    private static final String TRUNCATION = "sentence_bert_config.json";
    private static final String SIMILARITY = "config_sentence_transformers.json";
    private static final String OLD_POOLING = "pooling_mode_";
    private static final int UNLIMITED = 1_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Path folder;
    private Path transformer;
    private Pooling pooling = Pooling.CLS;
    private Similarity similarity = Similarity.DOT;
    private boolean poolsPrompts = true;

    private SentenceTransformersFolder(Path folder) {
        this.folder = folder;
        this.transformer = folder;
    }

    /**
     * Reads a model folder's steps.
     *
     * @throws BadDataException if a step is none of those that are supported; names it
     */
    static SentenceTransformersFolder read(Path folder) throws IOException {
        SentenceTransformersFolder result = new SentenceTransformersFolder(folder);
        JsonFile modules = JsonFile.read(folder.resolve(MODULES));
        if (modules.isThere()) {
            result.readSteps(modules);
        }
        return result;
    }

    private void readSteps(JsonFile modules) throws IOException {
        boolean normalised = false;
        boolean pooled = false;
        for (JsonNode step : modules.root()) {
            String type = step.path("type").asText();
            Path path = folder.resolve(step.path("path").asText());
            switch (type.substring(type.lastIndexOf('.') + 1)) {
                case "Transformer" -> transformer = path;
                case "Pooling" -> {
                    JsonFile configuration = JsonFile.read(path.resolve("config.json"));
                    pooling = pooling(configuration);
                    poolsPrompts = configuration.root().path("include_prompt").asBoolean(true);
                    pooled = true;
                }
                case "Normalize" -> normalised = true;
                default ->
                    throw BadDataException.in(
                            modules.path(),
                            "the step '" + type + "' is not supported; only Transformer, Pooling and Normalize are");
            }
        }
        if (!pooled) {
            throw BadDataException.in(modules.path(), "there is no step Pooling: not a model of one vector per text");
        }
        JsonFile comparison = JsonFile.read(folder.resolve(SIMILARITY));
        similarity = normalised ? Similarity.COSINE : similarity(comparison);
    }

    /** As newer versions write it, {@code pooling_mode: mean}, or as older ones, {@code pooling_mode_mean_tokens: true}. */
    private static Pooling pooling(JsonFile file) {
        String mode = file.text("pooling_mode", "");
        if (mode.isEmpty()) {
            mode = file.root().properties().stream()
                    .filter(entry -> entry.getKey().startsWith(OLD_POOLING)
                            && entry.getValue().asBoolean())
                    .map(entry -> entry.getKey().substring(OLD_POOLING.length()))
                    .collect(Collectors.joining(", "));
        }
        return switch (mode) {
            case "cls", "cls_token" -> Pooling.CLS;
            case "mean", "mean_tokens" -> Pooling.MEAN;
            default ->
                throw BadDataException.in(
                        file.path(), "pooling '" + mode + "' is not supported; only cls and mean are");
        };
    }

    private static Similarity similarity(JsonFile file) {
        String name = file.text("similarity_fn_name", "cosine");
        return switch (name) {
            // A cosine is asked for but not stated by a step Normalize: the comparison divides by the lengths itself.
            case "cosine", "null" -> Similarity.COSINE;
            case "dot", "dot_score" -> Similarity.DOT;
            default ->
                throw BadDataException.in(
                        file.path(), "similarity '" + name + "' is not supported; only cosine and dot are");
        };
    }

    /** Where {@code config.json}, weights and tokenizer are. */
    Path transformer() {
        return transformer;
    }

    /** How the folder's token states become vectors. */
    EmbeddingHead head() throws IOException {
        JsonFile truncation = JsonFile.read(transformer.resolve(TRUNCATION));
        JsonFile tokenizer = JsonFile.read(transformer.resolve("tokenizer_config.json"));
        // "No limit" is written as a number with thirty digits.
        double tokenizerLimit = Math.min(UNLIMITED, tokenizer.number("model_max_length", UNLIMITED));
        int maxLength = truncation.integer("max_seq_length", (int) tokenizerLimit);
        return EmbeddingHead.of(pooling, similarity, maxLength);
    }

    /**
     * What is read before queries and documents; empty where the folder names none.
     *
     * @throws BadDataException if the prompts' tokens were to be left out of a mean
     */
    Optional<Prompts> prompts() throws IOException {
        JsonFile configuration = JsonFile.read(folder.resolve(SIMILARITY));
        Optional<Prompts> prompts = SavedPrompts.read(configuration);
        if (prompts.filter(Prompts::areThere).isPresent() && pooling == Pooling.MEAN && !poolsPrompts) {
            throw BadDataException.in(
                    configuration.path(),
                    "there are prompts whose tokens the step Pooling leaves out (include_prompt: false), which is not supported");
        }
        return prompts;
    }

    /** Writes what sentence-transformers needs to open the folder and give the same vectors. */
    static void write(Path folder, EncoderConfig config) throws IOException {
        boolean cosine = config.similarity() == Similarity.COSINE;
        ArrayNode modules = NODES.arrayNode();
        addStep(modules, "Transformer", "");
        addStep(modules, "Pooling", "1_Pooling");
        if (cosine) {
            addStep(modules, "Normalize", "2_Normalize");
            Files.createDirectories(folder.resolve("2_Normalize"));
        }
        JsonFile.write(folder.resolve(MODULES), modules);
        ObjectNode pooling = NODES.objectNode().put("word_embedding_dimension", config.hiddenSize());
        pooling.put("pooling_mode_cls_token", config.pooling() == Pooling.CLS);
        pooling.put("pooling_mode_mean_tokens", config.pooling() == Pooling.MEAN);
        pooling.put("pooling_mode_max_tokens", false).put("pooling_mode_mean_sqrt_len_tokens", false);
        Files.createDirectories(folder.resolve("1_Pooling"));
        JsonFile.write(folder.resolve("1_Pooling").resolve("config.json"), pooling);
        ObjectNode truncation = NODES.objectNode().put("max_seq_length", config.maxLength());
        JsonFile.write(folder.resolve(TRUNCATION), truncation.put("do_lower_case", false));
        ObjectNode similarity = NODES.objectNode().put("similarity_fn_name", cosine ? "cosine" : "dot");
        SavedPrompts.write(config.prompts(), similarity);
        JsonFile.write(folder.resolve(SIMILARITY), similarity);
    }

    private static void addStep(ArrayNode modules, String type, String path) {
        int index = modules.size();
        ObjectNode step = modules.addObject().put("idx", index).put("name", Integer.toString(index));
        step.put("path", path).put("type", "sentence_transformers.models." + type);
    }
}
