package io.github.scimult.training.merge;

import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.Interpolation;
import java.util.List;

/**
 * What dev says of weights between the base's and the fine-tuned ones.
 *
 * @param alphas the coefficients
 * @param gain mean relative gain over the baseline, see {@link AlphaSelection#gain}
 */
public record InterpolationResult(Alphas alphas, double gain, List<DevResult> results) {
    public InterpolationResult {
        results = List.copyOf(results);
    }

    /** Of the dev results of an encoder with these coefficients. */
    public static InterpolationResult of(Alphas alphas, List<DevResult> results) {
        return new InterpolationResult(alphas, AlphaSelection.gain(results), results);
    }

    public List<DevScore> scores() {
        return DevEvaluation.scores(results);
    }

    /** As logs and manifests have it. */
    public Interpolation summary() {
        return new Interpolation(
                alphas.whole(), alphas.groups(), DevEvaluation.meanOverTasks(scores()), gain, scores());
    }
}
