package io.github.scimult.training.config;

import io.github.scimult.encoder.architecture.Variant;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * Whether each stage can begin from what the one before has made: every variant from Vanilla, any other from itself alone.
     *
     * @param last what the stage after these trains
     * @throws IllegalArgumentException naming the first variant that cannot
     */
    static void requireInOrder(List<StageConfig> stages, Variant last) {
        Variant reached = Variant.VANILLA;
        for (Variant next : Stream.concat(stages.stream().map(StageConfig::variant), Stream.of(last))
                .toList()) {
            if (reached != Variant.VANILLA && next != reached) {
                throw new IllegalArgumentException(
                        "stages: %s cannot begin from what %s has made; let each stage be vanilla or the run's own variant, and vanilla first"
                                .formatted(next.lowerCaseName(), reached.lowerCaseName()));
            }
            reached = next;
        }
    }
}
