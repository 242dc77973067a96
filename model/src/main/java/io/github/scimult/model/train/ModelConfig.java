package io.github.scimult.model.train;

import java.nio.file.Path;
import java.util.List;

/**
 * What is trained.
 *
 * @param base {@code minilm} for the built-in all-MiniLM-L6-v2, or the folder of a BERT in Hugging Face's layout
 * @param maxLength tokens after which texts are cut while training; 0 keeps the base's own length
 * @param experts the pattern of blocks that have one sub-layer per task, such as {@code mod2:attn} or {@code mod2:fwd};
 *     {@code none} shares everything
 * @param expertNames the experts, in the order of their weights
 */
public record ModelConfig(String base, int maxLength, String experts, List<String> expertNames) {
    private static final String BUILT_IN = "minilm";

    public ModelConfig {
        expertNames = List.copyOf(expertNames);
        if (base.isBlank()) {
            throw new IllegalArgumentException("base must be 'minilm' or a model's folder");
        }
        if (maxLength < 0 || (maxLength > 0 && maxLength < 8)) {
            throw new IllegalArgumentException("maxLength must be 0 (the base's own) or at least 8, not " + maxLength);
        }
    }

    /** Whether the base is the model that comes with the program. */
    boolean isBuiltIn() {
        return base.equals(BUILT_IN);
    }

    ModelConfig withAbsoluteBase() {
        return isBuiltIn()
                ? this
                : new ModelConfig(
                        Path.of(base).toAbsolutePath().normalize().toString(), maxLength, experts, expertNames);
    }
}
