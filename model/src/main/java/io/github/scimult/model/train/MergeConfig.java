package io.github.scimult.model.train;

import java.util.List;

/**
 * The blend at the end: (1 − share) · base + share · trained, on the line of Wortsman et al., "Robust fine-tuning of
 * zero-shot models", 2022: what training on few collections takes from a model elsewhere, the base's share gives back.
 *
 * @param share the trained weights' share; 1 switches the blend off, 0 (the default) has it chosen on dev
 * @param shares those tried on dev
 */
public record MergeConfig(double share, List<Double> shares) {
    public MergeConfig {
        shares = shares.stream().sorted().toList();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1], 0 to have it chosen on dev, not " + share);
        }
        if (shares.isEmpty() || shares.getFirst() <= 0 || shares.getLast() > 1) {
            throw new IllegalArgumentException("shares must be one or more numbers in (0, 1], not " + shares);
        }
    }
}
