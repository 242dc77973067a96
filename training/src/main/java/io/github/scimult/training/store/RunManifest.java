package io.github.scimult.training.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.Interpolation;
import io.github.scimult.training.event.RunExtent;
import io.github.scimult.training.event.TrainedCollection;
import java.util.List;
import java.util.Map;

/**
 * What a result is and how it came to be: {@code manifest.json}, written last.
 *
 * @param version of the program
 * @param extent steps and seconds of this run or stage
 * @param weights which fine-tuned weights the result was made of, as text
 * @param interpolation with the base's weights
 * @param inputs what it learned from
 * @param collections the same, for people
 * @param configuration all settings
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunManifest(
        String version,
        RunExtent extent,
        String weights,
        Result interpolation,
        RunInputs inputs,
        List<TrainedCollection> collections,
        TrainingConfig configuration) {
    /**
     * The interpolation of base and fine-tuned weights.
     *
     * @param alpha the coefficient: 0 is the base, 1 the fine-tuned weights
     * @param groupAlphas of parameter groups that have one of their own
     * @param dev scores of the result; none where dev was not evaluated
     * @param tried all that were evaluated, in their order
     */
    public record Result(
            double alpha, Map<String, Double> groupAlphas, List<DevScore> dev, List<Interpolation> tried) {}
}
