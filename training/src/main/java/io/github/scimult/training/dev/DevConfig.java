package io.github.scimult.training.dev;

import io.github.scimult.core.configuration.Formerly;

/**
 * Evaluation on the dev split while training, for model selection.
 *
 * @param everySteps steps between two evaluations; 0 spreads {@code evaluations} of them over the run
 * @param evaluations of a run where {@code everySteps} is 0; 0 evaluates only before and after
 * @param queries the maximum number of dev queries of each task and collection
 * @param candidates the maximum number of candidates of each (all that are relevant to a query are always among them)
 * @param patience evaluations without improvement after which training stops; 0 never stops early
 */
public record DevConfig(
        long everySteps, @Formerly("dev.times") int evaluations, int queries, int candidates, int patience) {
    public DevConfig {
        if (everySteps < 0 || evaluations < 0 || patience < 0) {
            throw new IllegalArgumentException("everySteps, evaluations and patience must be at least 0, not "
                    + everySteps + ", " + evaluations + ", " + patience);
        }
        if (queries < 1 || candidates < 1) {
            throw new IllegalArgumentException(
                    "queries and candidates must be at least 1, not " + queries + ", " + candidates);
        }
    }
}
