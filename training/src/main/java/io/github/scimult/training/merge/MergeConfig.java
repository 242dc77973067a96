package io.github.scimult.training.merge;

import java.util.List;

/**
 * The blend at the end: (1 − share) · base + share · trained, on the line of Wortsman et al., "Robust fine-tuning of
 * zero-shot models", 2022: what training on few collections takes from a model elsewhere, the base's share gives back.
 *
 * @param share the trained weights' share; 1 switches the blend off, 0 (the default) has it chosen on dev
 * @param shares those tried on dev
 * @param parts which parts of the weights get a share of their own, fitted on dev after the whole's
 * @param checkpoints the mean of the weights at so many last measurements is tried beside the best; 0 or 1 tries none
 */
public record MergeConfig(double share, List<Double> shares, ParameterGroups parts, int checkpoints) {
    public MergeConfig {
        shares = shares.stream().sorted().toList();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1], 0 to have it chosen on dev, not " + share);
        }
        if (shares.isEmpty() || shares.getFirst() <= 0 || shares.getLast() > 1) {
            throw new IllegalArgumentException("shares must be one or more numbers in (0, 1], not " + shares);
        }
        if (checkpoints < 0) {
            throw new IllegalArgumentException("checkpoints must be at least 0, not " + checkpoints);
        }
    }

    /** The trained weights as they are. */
    public MergeConfig switchedOff() {
        return new MergeConfig(1, shares, ParameterGroups.WHOLE, 0);
    }

    /** Whether the share is chosen on dev. */
    public boolean choosesOnDev() {
        return share == 0;
    }

    /** How often dev is measured after the last step, for an encoder of so many parts. */
    public int measurements(int partsOfEncoder) {
        int average = checkpoints > 1 ? 1 : 0;
        return average
                + (choosesOnDev() ? shares.size() + PerGroupAlpha.measurements(partsOfEncoder, shares.size()) : 1);
    }
}
