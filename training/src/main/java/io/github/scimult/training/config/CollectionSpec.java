package io.github.scimult.training.config;

import io.github.scimult.core.collection.ReadOptions;
import java.nio.file.Path;

/**
 * A collection to train on, or a held-out one to evaluate on dev while training on others.
 *
 * @param folder where it is, absolute
 * @param weight how much it counts beside others, for each of its tasks; 0 leaves it out of training: its dev scores show what
 *     is kept outside of what is trained on
 * @param skipBadRecords whether bad records are left out and counted instead of refused
 */
public record CollectionSpec(String folder, double weight, boolean skipBadRecords) {
    /** A collection whose bad records are refused. */
    public CollectionSpec(String folder, double weight) {
        this(folder, weight, false);
    }

    public CollectionSpec {
        if (!(weight >= 0 && weight <= 1e6)) {
            throw new IllegalArgumentException(
                    "the weight of collection " + folder + " must be in [0, 1,000,000], not " + weight);
        }
    }

    /** Whether nothing is trained on it. */
    public boolean isHeldOut() {
        return weight == 0;
    }

    public ReadOptions readOptions() {
        return skipBadRecords ? ReadOptions.SKIP_BAD_RECORDS : ReadOptions.DEFAULTS;
    }

    public Path path() {
        return Path.of(folder);
    }
}
