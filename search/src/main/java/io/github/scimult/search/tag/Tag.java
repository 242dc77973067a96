package io.github.scimult.search.tag;

import io.github.scimult.search.record.IndexedLabel;

/**
 * A suggested label.
 *
 * @param probability that it fits, in [0, 1]; NaN where none was fitted
 * @param score by which tags are in order
 * @param evidence what speaks for it
 */
public record Tag(IndexedLabel label, double probability, double score, TagFeatures evidence) {
    /** Whether its probability is at least this; one whose probability is not known passes. */
    public boolean isAtLeast(double min) {
        return !(probability < min);
    }
}
