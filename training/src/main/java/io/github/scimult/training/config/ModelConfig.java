package io.github.scimult.training.config;

import io.github.scimult.core.configuration.RecordCopy;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.encoder.architecture.BlockPattern;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.base.BaseModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is trained.
 *
 * @param base a {@link BaseModel} by its name, such as {@code minilm}, or the folder of a model in Hugging Face's layout
 * @param maxLength tokens after which texts are truncated; 0 keeps the base's own length
 * @param pooling {@code cls} or {@code mean}; {@code base} keeps the base's own
 * @param similarity {@code dot} or {@code cosine}; {@code base} keeps the base's own
 * @param temperature τ, by which similarities are divided before the softmax; 0 keeps the base's own, or where the similarity is
 *     changed its default (1 for dot products, 0.05 for cosines)
 * @param expertBlocks the pattern of blocks that have several experts in the variants with experts, such as {@code mod2}
 * @param expertNames the experts, in the order of their weights
 * @param taskExperts the expert of a task that has none of its own or its family's name
 * @param instructionWeight what a token of an instruction counts for in attention beside one of the text, see {@link
 *     InstructionConfig#weight}
 */
public record ModelConfig(
        String base,
        int maxLength,
        String pooling,
        String similarity,
        double temperature,
        String expertBlocks,
        List<String> expertNames,
        Map<String, String> taskExperts,
        double instructionWeight) {
    private static final String OF_BASE = "base";

    public ModelConfig {
        expertNames = List.copyOf(expertNames);
        taskExperts = Collections.unmodifiableMap(new TreeMap<>(taskExperts));
        BlockPattern.requireKnown(expertBlocks);
        OneOf.require("pooling", pooling, OF_BASE, "cls", "mean");
        OneOf.require("similarity", similarity, OF_BASE, "dot", "cosine");
        if (base.isBlank()) {
            throw new IllegalArgumentException("base must be one of " + BaseModel.names() + ", or a model's folder");
        }
        if (maxLength < 0 || (maxLength > 0 && maxLength < 8)) {
            throw new IllegalArgumentException("maxLength must be 0 (the base's own) or at least 8, not " + maxLength);
        }
        if (!(temperature >= 0 && temperature <= 100)) {
            throw new IllegalArgumentException(
                    "temperature must be above 0 and at most 100, or 0 for the base's own, not " + temperature);
        }
        InstructionConfig.requireWeight(instructionWeight);
    }

    /**
     * The encoder that a variant makes of the base. One that has experts or instructions already keeps them.
     *
     * @param instructions task → instruction, for the variants that have them
     */
    public EncoderConfig trained(EncoderConfig ofBase, Variant variant, Map<String, String> instructions) {
        EncoderConfig read = withHead(maxLength == 0 ? ofBase : ofBase.withMaxLength(maxLength));
        return ofBase.isPlain()
                ? read.withExperts(variant.layout(expertBlocks, ofBase.layers(), expertNames, taskExperts))
                        .withInstructions(variant.instructions(instructions).weighing(instructionWeight))
                : read;
    }

    private EncoderConfig withHead(EncoderConfig config) {
        Pooling pool = pooling.equals(OF_BASE) ? config.pooling() : Pooling.valueOf(pooling.toUpperCase(Locale.ROOT));
        Similarity compare = similarity.equals(OF_BASE)
                ? config.similarity()
                : Similarity.valueOf(similarity.toUpperCase(Locale.ROOT));
        double usual = compare == config.similarity() ? config.scale() : compare == Similarity.COSINE ? 20 : 1;
        double scale = temperature == 0 ? usual : 1 / temperature;
        return config.withHead(new EmbeddingHead(pool, compare, scale, config.maxLength()));
    }

    /** Without what Vanilla has no use for. */
    ModelConfig forVanilla() {
        ModelConfig defaults = TrainingConfig.defaults().model();
        return RecordCopy.with(
                this,
                Map.of(
                        "expertBlocks", defaults.expertBlocks(),
                        "expertNames", defaults.expertNames(),
                        "taskExperts", defaults.taskExperts(),
                        "instructionWeight", defaults.instructionWeight()));
    }

    ModelConfig withAbsoluteBase() {
        return BaseModel.named(base).isPresent()
                ? this
                : RecordCopy.with(
                        this,
                        Map.of(
                                "base",
                                Path.of(base).toAbsolutePath().normalize().toString()));
    }
}
