package io.github.scimult.model.train;

import io.github.scimult.model.nn.Variant;

/**
 * A stage of training before the last one: it ends with its best weights on dev, and the next begins from them (SciMult,
 * section 3.3).
 *
 * @param variant what is trained in it
 * @param share of the run's budget that it gets, in (0, 1)
 * @param lr its peak learning rate; 0 for the run's
 */
public record StageConfig(Variant variant, double share, double lr) {
    /** Half the budget for Vanilla. */
    public StageConfig() {
        this(Variant.VANILLA, 0.5, 0);
    }

    public StageConfig {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share is a part of the budget in (0, 1), not " + share);
        }
        if (!(lr >= 0 && lr < 1)) {
            throw new IllegalArgumentException("lr must be in (0, 1), or 0 for the run's, not " + lr);
        }
    }
}
