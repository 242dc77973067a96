package io.github.scimult.training.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A collection of a run.
 *
 * @param fingerprint of its content
 * @param pairs training pairs by task; pseudo-queries apart
 * @param heldOut whether it was evaluated only, and nothing trained on it
 */
public record TrainedCollection(
        String name,
        String fingerprint,
        long papers,
        long labels,
        long queries,
        Map<String, Long> pairs,
        boolean heldOut) {
    public TrainedCollection {
        pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
    }
}
