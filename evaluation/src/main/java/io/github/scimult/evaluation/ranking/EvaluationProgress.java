package io.github.scimult.evaluation.ranking;

/** Receives the progress of a long evaluation. */
@FunctionalInterface
public interface EvaluationProgress {
    /** Hears nothing. */
    EvaluationProgress NONE = (stage, done, total) -> {};

    /**
     * Is called now and then by the thread that evaluates.
     *
     * @param stage what is being done, for people: {@code link: papers through base}
     * @param done how many texts or queries are done
     * @param total of how many
     */
    void update(String stage, int done, int total);
}
