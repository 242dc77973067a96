package io.github.scimult.model.merge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.scimult.model.dev.DevEvaluation;
import io.github.scimult.model.dev.DevFigure;
import java.util.List;
import java.util.Map;

/**
 * The dev figures of one blend.
 *
 * @param shares of the trained weights
 * @param mean over the tasks
 * @param gain on the base, in parts of the base's figures
 */
public record Blended(@JsonIgnore Shares shares, double mean, double gain, List<DevFigure> figures) {
    /** Of what an encoder with these shares was measured at. */
    public static Blended of(Shares shares, List<DevFigure> figures) {
        return new Blended(shares, DevEvaluation.meanOverTasks(figures), ShareChoice.gain(figures), figures);
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
