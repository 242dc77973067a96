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

    /** A name in the text counts as much as four standard deviations of similarity, its stems somewhat less. */
    private static double untaught(FeatureRow row) {
        double name = Math.max(row.get(Feature.NAMED), 0.75 * row.get(Feature.NAME_TIGHTNESS));
        double neighbours = row.get(Feature.DENSE_NEIGHBOURS) + row.get(Feature.LEXICAL_NEIGHBOURS);
        return row.get(Feature.STANDARDISED_SIMILARITY)
                + 4 * name
                + 2 * row.get(Feature.NAME_IN_TITLE)
                + 2 * Math.sqrt(neighbours);
    }

    /** NaN if nothing was learned. */
    double probability(FeatureRow row) {
        return trees.isPresent() ? 1 / (1 + Math.exp(-score(row))) : Double.NaN;
    }
}
