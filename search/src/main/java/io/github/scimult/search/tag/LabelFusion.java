package io.github.scimult.search.tag;

import io.github.scimult.evaluation.classifier.BoostedTrees;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import java.util.Optional;

/**
 * How the features of a label become one score, and a probability.
 *
 * @param trees learned from labelled papers; empty before, when a score is no probability
 */
public record LabelFusion(Optional<BoostedTrees> trees) {
    /** Of a collection with too few labelled papers to learn from. */
    static final LabelFusion UNTAUGHT = new LabelFusion(Optional.empty());

    double score(FeatureRow row) {
        return trees.map(fitted -> fitted.logOdds(row.toArray())).orElseGet(() -> untaught(row));
    }

    /** A name in the text counts as much as three standard deviations of similarity, in the title twice that. */
    private static double untaught(FeatureRow row) {
        return row.get(Feature.STANDARDISED_SIMILARITY)
                + 3 * Math.max(row.get(Feature.NAMED), row.get(Feature.NAME_TIGHTNESS) / 2)
                + 3 * row.get(Feature.NAME_IN_TITLE)
                + 2 * Math.sqrt(row.get(Feature.DENSE_NEIGHBOURS) + row.get(Feature.LEXICAL_NEIGHBOURS));
    }

    /** NaN if nothing was learned. */
    double probability(FeatureRow row) {
        return trees.isPresent() ? 1 / (1 + Math.exp(-score(row))) : Double.NaN;
    }
}
