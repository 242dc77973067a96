package io.github.scimult.core.journal;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;

/** A change of a library. What follows from several changes does not depend on how often they are applied: the last one counts. */
public sealed interface Change {
    /** A paper is added; one of its id is replaced, and keeps its labels. */
    record PutPaper(Paper paper) implements Change {}

    /** A label is added; one of its id is replaced, and the papers that carry it keep it. */
    record PutLabel(Label label) implements Change {}

    /** A paper is deleted, if it is there. */
    record DeletePaper(String id) implements Change {}

    /** A label is deleted, if it is there, and taken from every paper. */
    record DeleteLabel(String id) implements Change {}

    /** A label is deleted, and every paper that carried it carries another one instead. */
    record MergeLabel(String id, String into) implements Change {
        public MergeLabel {
            if (id.equals(into)) {
                throw new IllegalArgumentException("the label '" + id + "' cannot be merged into itself");
            }
        }
    }

    /** Somebody's decision on a label of a paper. */
    record JudgeLabel(String paper, String label, LabelDecision decision) implements Change {}

    /** Somebody's word on a result; it changes no index, and a model learns from it. */
    record GiveFeedback(Verdict verdict) implements Change {}
}
