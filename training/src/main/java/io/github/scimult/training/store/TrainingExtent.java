package io.github.scimult.training.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** How far a run or a stage came: its steps and seconds, as the manifest has them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingExtent(long steps, double seconds) {
    public TrainingExtent plus(TrainingExtent further) {
        return new TrainingExtent(steps + further.steps, seconds + further.seconds);
    }
}
