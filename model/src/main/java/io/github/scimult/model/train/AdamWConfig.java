package io.github.scimult.model.train;

/**
 * AdamW's constants; the defaults are SciMult's (section 4.1), and clipping and layer-wise decay those of the code it grew
 * from, the latter switched off.
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 * @param weightDecay per unit of learning rate, on matrices
 * @param clipNorm the greatest global norm of the gradients; 0 clips nothing
 * @param layerDecay factor on the learning rate for each block further from the output; 1 treats all alike
 */
public record AdamWConfig(
        double beta1, double beta2, double epsilon, double weightDecay, double clipNorm, double layerDecay) {
    public AdamWConfig {
        share("beta1", beta1);
        share("beta2", beta2);
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
    }

    public static AdamWConfig defaults() {
        return new AdamWConfig(0.9, 0.999, 1e-8, 0.01, 2.0, 1.0);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), not " + value);
        }
    }
}
