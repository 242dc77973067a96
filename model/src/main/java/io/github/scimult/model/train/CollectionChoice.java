package io.github.scimult.model.train;

import java.nio.file.Path;

/**
 * A collection to train on.
 *
 * @param folder where it is, absolute
 * @param weight how much it counts beside others, for each of its tasks
 */
public record CollectionChoice(String folder, double weight) {
    public CollectionChoice {
        if (!(weight > 0 && weight <= 1e6)) {
            throw new IllegalArgumentException(
                    "the weight of collection " + folder + " must be in (0, 1,000,000], not " + weight);
        }
    }

    Path path() {
        return Path.of(folder);
    }
}
