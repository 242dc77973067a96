package io.github.scimult.training.config;

import io.github.scimult.encoder.architecture.BlockPattern;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is trained.
 *
 * @param base {@code minilm} for the built-in all-MiniLM-L6-v2, or the folder of a BERT in Hugging Face's layout
 * @param maxLength tokens after which texts are cut while training; 0 keeps the base's own length
 * @param expertBlocks the pattern of blocks that have several experts in the variants with experts, such as {@code mod2}
 * @param expertNames the experts, in the order of their weights
 * @param taskExperts the expert of a task that has none of its own or its family's name
 * @param instructionWeight what a token of an instruction counts for in attention beside one of the text, see {@link
 *     InstructionConfig#weight}
 */
public record ModelConfig(
        String base,
        int maxLength,
        String expertBlocks,
        List<String> expertNames,
        Map<String, String> taskExperts,
        double instructionWeight) {
    private static final String BUILT_IN = "minilm";

    public ModelConfig {
        expertNames = List.copyOf(expertNames);
        taskExperts = Collections.unmodifiableMap(new TreeMap<>(taskExperts));
        BlockPattern.requireKnown(expertBlocks);
        if (base.isBlank()) {
            throw new IllegalArgumentException("base must be 'minilm' or a model's folder");
        }
        if (maxLength < 0 || (maxLength > 0 && maxLength < 8)) {
            throw new IllegalArgumentException("maxLength must be 0 (the base's own) or at least 8, not " + maxLength);
        }
        InstructionConfig.requireWeight(instructionWeight);
    }

    /** Whether the base is the model that comes with the program. */
    public boolean isBuiltIn() {
        return base.equals(BUILT_IN);
    }

    /**
     * The encoder that a variant makes of the base. One that has experts or instructions already keeps them.
     *
     * @param instructions task → instruction, for the variants that have them
     */
    public EncoderConfig trained(EncoderConfig ofBase, Variant variant, Map<String, String> instructions) {
        EncoderConfig lengthened = maxLength == 0 ? ofBase : ofBase.withMaxLength(maxLength);
        return ofBase.isPlain()
                ? lengthened
                        .withExperts(variant.layout(expertBlocks, ofBase.layers(), expertNames, taskExperts))
                        .withInstructions(variant.instructions(instructions).weighing(instructionWeight))
                : lengthened;
    }

    /** Without what Vanilla has no use for. */
    ModelConfig ofVanilla() {
        ModelConfig usual = TrainingConfig.defaults().model();
        return new ModelConfig(
                base,
                maxLength,
                usual.expertBlocks(),
                usual.expertNames(),
                usual.taskExperts(),
                usual.instructionWeight());
    }

    ModelConfig withAbsoluteBase() {
        return isBuiltIn()
                ? this
                : new ModelConfig(
                        Path.of(base).toAbsolutePath().normalize().toString(),
                        maxLength,
                        expertBlocks,
                        expertNames,
                        taskExperts,
                        instructionWeight);
    }
}
