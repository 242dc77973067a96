package io.github.scimult.exchange.importing;

import io.github.scimult.core.task.Split;

/**
 * How an import is done.
 *
 * @param split of the judgements where the files don't say
 * @param devShare of the queries, in [0, 1), that go to dev instead; drawn by the seed and the query's id
 * @param skipBad leave bad records out and count them
 * @param seed of the draw
 */
public record ImportOptions(Split split, double devShare, boolean skipBad, long seed) {
    /** Everything is for training, and a bad record is refused. */
    public static final ImportOptions DEFAULTS = new ImportOptions(Split.TRAIN, 0, false, 17);

    public ImportOptions {
        if (!(devShare >= 0 && devShare < 1)) {
            throw new IllegalArgumentException("the share of dev is in [0, 1), not " + devShare);
        }
    }
}
