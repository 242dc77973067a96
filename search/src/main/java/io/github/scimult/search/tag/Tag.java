package io.github.scimult.search.tag;

import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;

/**
 * A suggested label.
 *
 * @param probability that it fits, in [0, 1]; NaN where none was learned
 * @param score by which tags are in order
 * @param evidence what speaks for it
 */
public record Tag(IndexedLabel label, double probability, double score, FeatureRow evidence) {
    /** Whether its probability is at least this; one whose probability is not known passes. */
    public boolean isAtLeast(double min) {
        return !(probability < min);
    }

    /** Its probability; where that is not known, a number in [0, 1] that grows with the score. */
    public double certainty() {
        return Double.isNaN(probability) ? 1 / (1 + Math.exp(-score)) : probability;
    }

    /** Whether a name or synonym of it is in the text word for word. */
    public boolean named() {
        return evidence.get(Feature.NAMED) > 0;
    }

    /** The share of the most similar labelled papers that carry it, weighted by similarity, in [0, 1]. */
    public double neighbours() {
        return evidence.get(Feature.DENSE_NEIGHBOURS);
    }

    /** The similarity of its vector to the paper's, as the index scores it; 0 if it is not among the nearest. */
    public double similarity() {
        return evidence.get(Feature.SIMILARITY);
    }
}
