package io.github.scimult.training.event;

import io.github.scimult.training.dev.DevScore;
import java.util.List;
import java.util.Map;

/**
 * An interpolation of base and fine-tuned weights, as dev sees it.
 *
 * @param alpha of all parameter groups that have none of their own: 0 is the base, 1 the fine-tuned weights
 * @param groupAlphas of parameter groups that have one of their own
 * @param mean over the tasks
 * @param gain mean relative gain over the baseline
 */
public record Interpolation(
        double alpha, Map<String, Double> groupAlphas, double mean, double gain, List<DevScore> scores) {
    public Interpolation {
        groupAlphas = groupAlphas == null ? Map.of() : groupAlphas;
        scores = List.copyOf(scores);
    }

    /** The scores that count for selection: without those of held-out collections. */
    public List<DevScore> selecting() {
        return scores.stream().filter(score -> !score.heldOut()).toList();
    }
}
