package io.github.scimult.training.dev;

/**
 * Measuring on the dev split while training.
 *
 * @param everySteps steps between two measurements; 0 spreads {@code times} of them over the run
 * @param times measurements of a run where {@code everySteps} is 0; 0 measures only before and after
 * @param queries at most so many dev queries of each task and collection
 * @param candidates at most so many candidates of each (all that are relevant to a query are always among them)
 * @param patience measurements without improvement after which training stops; 0 never stops early
 */
public record DevConfig(long everySteps, int times, int queries, int candidates, int patience) {
    public DevConfig {
        if (everySteps < 0 || times < 0 || patience < 0) {
            throw new IllegalArgumentException("everySteps, times and patience must be at least 0, not " + everySteps
                    + ", " + times + ", " + patience);
        }
        if (queries < 1 || candidates < 1) {
            throw new IllegalArgumentException(
                    "queries and candidates must be at least 1, not " + queries + ", " + candidates);
        }
    }
}
