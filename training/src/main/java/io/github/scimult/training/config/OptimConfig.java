package io.github.scimult.training.config;

import io.github.scimult.core.configuration.RecordCopy;
import java.util.Map;

/**
 * AdamW and its learning-rate schedule. The paper (section 4.1) gives betas, weight decay and warm-up; clipping and layer-wise
 * decay are those of the code that it grew from, the latter switched off by default.
 *
 * @param lr peak learning rate
 * @param warmup share of the run over which the rate rises, in [0, 1)
 * @param beta1 AdamW's β₁
 * @param beta2 AdamW's β₂
 * @param epsilon AdamW's ε
 * @param weightDecay on matrices, per unit of learning rate
 * @param clipNorm greatest global norm of the gradients; 0 clips nothing
 * @param layerDecay factor on the rate for each block further from the output; 1 treats all alike
 * @param frozen what training leaves as it is: {@code none}, {@code embeddings}, or a number n for the embeddings and the n lowest blocks
 */
public record OptimConfig(
        double lr,
        double warmup,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double clipNorm,
        double layerDecay,
        String frozen) {
    private static final String NOTHING = "none";
    private static final String EMBEDDINGS = "embeddings";

    public OptimConfig {
        if (!(lr > 0 && lr < 1)) {
            throw new IllegalArgumentException("lr must be in (0, 1), not " + lr);
        }
        if (!(warmup >= 0 && warmup < 1)) {
            throw new IllegalArgumentException("warmup is a share of the run in [0, 1), not " + warmup);
        }
        requireDecay("beta1", beta1);
        requireDecay("beta2", beta2);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon must be positive, not " + epsilon);
        }
        if (!(weightDecay >= 0 && weightDecay < 1)) {
            throw new IllegalArgumentException("weightDecay must be in [0, 1), not " + weightDecay);
        }
        if (!(clipNorm >= 0)) {
            throw new IllegalArgumentException("clipNorm must be 0 (off) or positive, not " + clipNorm);
        }
        if (!(layerDecay > 0 && layerDecay <= 1)) {
            throw new IllegalArgumentException("layerDecay must be in (0, 1], not " + layerDecay);
        }
        if (!frozen.equals(NOTHING) && !frozen.equals(EMBEDDINGS) && !frozen.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(
                    "frozen must be none, embeddings, or the number of the lowest blocks that stay as they are, from 1, not "
                            + frozen);
        }
    }

    /** The greatest depth of weights that training leaves as they are: 0 for the embeddings, n for block n; −1 for none. */
    public int frozenDepth() {
        return switch (frozen) {
            case NOTHING -> -1;
            case EMBEDDINGS -> 0;
            default -> Integer.parseInt(frozen);
        };
    }

    private static void requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), not " + value);
        }
    }

    OptimConfig withLearningRate(double rate) {
        return RecordCopy.with(this, Map.of("lr", rate));
    }
}
