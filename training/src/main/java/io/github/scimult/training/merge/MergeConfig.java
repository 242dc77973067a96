package io.github.scimult.training.merge;

import io.github.scimult.core.configuration.Formerly;
import java.util.List;

/**
 * Weight interpolation at the end of a run: (1 − α) · base + α · fine-tuned (WiSE-FT: Wortsman et al., "Robust fine-tuning of zero-shot
 * models", 2022). What fine-tuning on few collections takes from a model elsewhere, the base's part gives back.
 *
 * @param alpha α in [0, 1]; 1 keeps the fine-tuned weights, 0 selects α on dev
 * @param alphas those tried on dev
 * @param groups which parameter groups get a coefficient of their own, selected on dev after that of all weights
 * @param checkpoints the mean of the weights at this number of last evaluations is tried beside the best; 0 or 1 tries none
 */
public record MergeConfig(
        @Formerly("merge.share") double alpha,
        @Formerly("merge.shares") List<Double> alphas,
        @Formerly("merge.parts") ParameterGroups groups,
        int checkpoints) {
    public MergeConfig {
        alphas = alphas.stream().sorted().toList();
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be in [0, 1], 0 to have it selected on dev, not " + alpha);
        }
        if (alphas.isEmpty() || alphas.getFirst() <= 0 || alphas.getLast() > 1) {
            throw new IllegalArgumentException("alphas must be one or more numbers in (0, 1], not " + alphas);
        }
        if (checkpoints < 0) {
            throw new IllegalArgumentException("checkpoints must be at least 0, not " + checkpoints);
        }
    }

    /** Keeps the fine-tuned weights as they are. */
    public MergeConfig switchedOff() {
        return new MergeConfig(1, alphas, ParameterGroups.WHOLE, 0);
    }

    /** Whether the coefficient is selected on dev. */
    public boolean selectsOnDev() {
        return alpha == 0;
    }

    /** How many evaluations on dev follow the last step at most, for an encoder of a number of parameter groups. */
    public int evaluations(int groupsOfEncoder) {
        int average = checkpoints > 1 ? 1 : 0;
        return average + (selectsOnDev() ? alphas.size() + evaluationsOfGroups(groupsOfEncoder) : 1);
    }

    private int evaluationsOfGroups(int groupsOfEncoder) {
        if (groups == ParameterGroups.EXPERTS) {
            // 0 beside the coefficients, without the one that is known already
            return groupsOfEncoder < 2 ? 0 : alphas.size();
        }
        return PerGroupAlpha.evaluations(groupsOfEncoder, alphas.size());
    }
}
