package io.github.scimult.model.train;

/**
 * The optimiser and its schedule.
 *
 * @param lr peak learning rate
 * @param warmup share of the run over which the rate rises, in [0, 1)
 * @param beta1 AdamW's β₁
 * @param beta2 AdamW's β₂
 * @param epsilon AdamW's ε
 * @param weightDecay on matrices, per unit of learning rate
 * @param clipNorm greatest global norm of the gradients; 0 clips nothing
 * @param layerDecay factor on the rate for each block further from the output; 1 treats all alike
 */
public record OptimConfig(
        double lr,
        double warmup,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double clipNorm,
        double layerDecay) {
    public OptimConfig {
        if (!(lr > 0 && lr < 1)) {
            throw new IllegalArgumentException("lr must be in (0, 1), not " + lr);
        }
        if (!(warmup >= 0 && warmup < 1)) {
            throw new IllegalArgumentException("warmup is a share of the run in [0, 1), not " + warmup);
        }
        new AdamWConfig(beta1, beta2, epsilon, weightDecay, clipNorm, layerDecay);
    }

    OptimConfig withRate(double rate) {
        return new OptimConfig(rate, warmup, beta1, beta2, epsilon, weightDecay, clipNorm, layerDecay);
    }

    AdamWConfig adamW() {
        return new AdamWConfig(beta1, beta2, epsilon, weightDecay, clipNorm, layerDecay);
    }
}
