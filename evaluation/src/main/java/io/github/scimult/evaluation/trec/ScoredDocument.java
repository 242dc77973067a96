package io.github.scimult.evaluation.trec;

import java.util.Comparator;

/**
 * A document and the score that a system gave it for a query.
 *
 * @param id the document's id
 * @param score the higher the better; a 32-bit float, because trec_eval compares such
 */
public record ScoredDocument(String id, float score) {
    /** trec_eval's order: by score descending, ties by id descending. */
    public static final Comparator<ScoredDocument> TREC_ORDER = (left, right) -> {
        if (left.score > right.score) {
            return -1;
        }
        if (left.score < right.score) {
            return 1;
        }
        return Utf8Order.ASCENDING.compare(right.id, left.id); // also for -0.0 and 0.0, which are equal here
    };
}
