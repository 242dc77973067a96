package io.github.scimult.search.tag;

import io.github.scimult.search.index.IndexedPaper;

/**
 * A label that may fit a paper.
 *
 * @param label as the index holds it
 * @param probability that it fits, in [0, 1]; NaN where none was fitted
 * @param score by which tags are in order
 * @param evidence what speaks for it
 */
public record Tag(IndexedPaper label, double probability, double score, TagFeatures evidence) {
    /** Whether it is at least so likely; one whose probability is not known passes. */
    public boolean isAtLeast(double least) {
        return !(probability < least);
    }
}
