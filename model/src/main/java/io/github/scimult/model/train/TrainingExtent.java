package io.github.scimult.model.train;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** How far a run or a stage came: its steps and seconds, as the manifest has them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TrainingExtent(long steps, double seconds) {
    TrainingExtent plus(TrainingExtent further) {
        return new TrainingExtent(steps + further.steps, seconds + further.seconds);
    }
}
