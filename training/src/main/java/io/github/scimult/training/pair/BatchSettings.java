package io.github.scimult.training.pair;

/**
 * How examples are drawn into batches.
 *
 * @param queries the maximum number of queries a batch
 * @param tokens the maximum number of tokens a batch: queries, positives and hard negatives. One example always fits, and a last
 *     one that would stand alone joins the batch before; random labels come on top
 * @param positives of a query's positives the maximum number of at once; the rest form further examples of the epoch
 * @param hardNegatives the maximum number of hard negatives a positive (SciMult: 1)
 * @param randomLabelTokens further labels, drawn at random up to so many tokens, as negatives of all papers of a batch;
 *     labels are short, so many of them cost little
 */
public record BatchSettings(int queries, int tokens, int positives, int hardNegatives, int randomLabelTokens) {
    private static final int LEAST_TOKENS = 64;

    public BatchSettings {
        atLeast("queries", queries, 2);
        atLeast("tokens", tokens, LEAST_TOKENS);
        atLeast("positives", positives, 1);
        atLeast("hardNegatives", hardNegatives, 0);
        atLeast("randomLabelTokens", randomLabelTokens, 0);
    }

    /** For batches that are a part of one, as far as the bounds allow. @param share in (0, 1] */
    public BatchSettings part(double share) {
        return new BatchSettings(
                (int) Math.max(2, Math.round(queries * share)),
                (int) Math.max(LEAST_TOKENS, Math.round(tokens * share)),
                positives,
                hardNegatives,
                (int) Math.round(randomLabelTokens * share));
    }

    private static void atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException(name + " must be at least " + bound + ", not " + value);
        }
    }
}
