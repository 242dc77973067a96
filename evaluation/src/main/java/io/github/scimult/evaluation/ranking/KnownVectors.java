package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.task.Task;
import java.util.Optional;

/** Vectors of papers that need not be computed again. */
public interface KnownVectors {
    /** Knows none. */
    KnownVectors NONE = (task, paper) -> Optional.empty();

    /**
     * A paper's vector for a task, if it is known.
     *
     * @param paper row of the collection
     */
    Optional<float[]> vector(Task task, int paper);
}
