package io.github.scimult.evaluation.task;

/**
 * How much of a split is looked at.
 *
 * @param maxQueries the maximum number of queries, sampled at random; 0 for all
 * @param maxCandidates the maximum number of candidates, 0 for all: everything that is relevant to a drawn query, filled up at
 *     random; if there is more relevant than that, all of it and nothing else
 * @param seed of the samples
 */
public record Sampling(int maxQueries, int maxCandidates, long seed) {
    /** Everything. */
    public static final Sampling ALL = new Sampling(0, 0, 0);

    public Sampling {
        if (maxQueries < 0 || maxCandidates < 0) {
            throw new IllegalArgumentException("a limit is at least 1, or 0 for none: max queries " + maxQueries
                    + ", max candidates " + maxCandidates);
        }
    }
}
