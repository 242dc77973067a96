package io.github.scimult.model.train;

import io.github.scimult.core.example.BatchSettings;
import io.github.scimult.core.task.TaskFamily;

/**
 * How batches are drawn.
 *
 * @param queries at most so many queries a batch
 * @param tokens at most so many tokens a batch: queries, positives and hard negatives; random labels come on top
 * @param positives at most so many of a query's positives at once, where candidates are papers
 * @param labelPositives the same where candidates are labels, which are short: the more of them, the more a paper teaches
 * @param hardNegatives at most so many hard negatives a positive
 * @param randomLabelTokens tokens' worth of random labels as further negatives of a classification batch
 * @param maskKnownPositives whether candidates that are positives of a query are left out of its denominator
 * @param accumulate batches whose gradients are averaged into one step
 * @param labelCap at most so many pairs teach one label
 */
public record BatchConfig(
        int queries,
        int tokens,
        int positives,
        int labelPositives,
        int hardNegatives,
        int randomLabelTokens,
        boolean maskKnownPositives,
        int accumulate,
        int labelCap) {
    public BatchConfig {
        new BatchSettings(queries, tokens, positives, hardNegatives, randomLabelTokens);
        new BatchSettings(queries, tokens, labelPositives, hardNegatives, randomLabelTokens);
        if (accumulate < 1) {
            throw new IllegalArgumentException("accumulate must be at least 1, not " + accumulate);
        }
        if (labelCap < 1) {
            throw new IllegalArgumentException("labelCap must be at least 1, not " + labelCap);
        }
    }

    BatchSettings settings(TaskFamily family) {
        int atOnce = family == TaskFamily.CLASSIFICATION ? labelPositives : positives;
        return new BatchSettings(queries, tokens, atOnce, hardNegatives, randomLabelTokens);
    }
}
