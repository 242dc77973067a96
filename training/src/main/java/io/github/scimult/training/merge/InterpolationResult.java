package io.github.scimult.training.merge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import java.util.List;
import java.util.Map;

/**
 * The dev figures of one blend.
 *
 * @param shares of the trained weights
 * @param mean over the tasks
 * @param gain on the base, in parts of the base's figures
 */
public record InterpolationResult(@JsonIgnore Alphas shares, double mean, double gain, List<DevResult> figures) {
    /** Of what an encoder with these shares was measured at. */
    public static InterpolationResult of(Alphas shares, List<DevResult> figures) {
        return new InterpolationResult(
                shares, DevEvaluation.meanOverTasks(figures), AlphaSelection.gain(figures), figures);
    }

    /** Of every part that has none of its own. */
    @JsonProperty
    public double share() {
        return shares.whole();
    }

    /** Shares of parts that have one of their own. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public Map<String, Double> parts() {
        return shares.parts();
    }
}
