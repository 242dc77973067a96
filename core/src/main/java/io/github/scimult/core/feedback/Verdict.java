package io.github.scimult.core.feedback;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;

/**
 * Whether a result was useful, by somebody's word.
 *
 * @param task search for a typed query; link or classification for a paper
 * @param asked the query's words; the paper's id
 * @param answer id of the paper, or for classification of the label
 * @param useful whether it is what was wanted
 */
public record Verdict(Task task, String asked, String answer, boolean useful) {
    public Verdict {
        if (asked.isBlank() || answer.isBlank()) {
            throw new IllegalArgumentException("a verdict names what was asked and what was answered");
        }
    }

    /** Whether {@code asked} is a paper's id. */
    public boolean isOnPaper() {
        return task.family() != TaskFamily.SEARCH;
    }
}
