package io.github.scimult.training.event;

import java.util.List;

/**
 * What the base model and the result find for a dev query.
 *
 * @param query as people read it
 * @param relevant what would have been right
 * @param baseline what the base model ranks first, the best first
 * @param trained what the result ranks first
 */
public record Example(
        String collection,
        String task,
        String query,
        List<String> relevant,
        List<String> baseline,
        List<String> trained) {
    public Example {
        relevant = List.copyOf(relevant);
        baseline = List.copyOf(baseline);
        trained = List.copyOf(trained);
    }
}
