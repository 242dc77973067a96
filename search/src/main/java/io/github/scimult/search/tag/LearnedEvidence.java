package io.github.scimult.search.tag;

import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.linear.LinearEvidence;
import io.github.scimult.search.tag.regression.RegressionEvidence;
import io.github.scimult.search.tag.usage.UsageEvidence;
import java.util.List;

/**
 * What was learned from labelled papers, each for itself.
 *
 * @param usage how they use labels
 * @param linear the labels' classifiers on words
 * @param regression the labels' regressions on embeddings
 */
record LearnedEvidence(UsageEvidence usage, LinearEvidence linear, RegressionEvidence regression) {
    /** All of it, and how rare the words of names are in the papers. */
    List<LabelEvidence> with(LabelVocabulary vocabulary) {
        return List.of(usage, linear, regression, vocabulary.coverage().by(linear.tfIdf()::rarity));
    }
}
