package io.github.scimult.model.train;

import io.github.scimult.core.example.BatchSettings;

/**
 * How batches are drawn.
 *
 * @param queries at most so many queries a batch
 * @param tokens at most so many tokens a batch
 * @param positives at most so many of a query's positives at once
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
        int hardNegatives,
        int randomLabelTokens,
        boolean maskKnownPositives,
        int accumulate,
        int labelCap) {
    public BatchConfig {
        new BatchSettings(queries, tokens, positives, hardNegatives, randomLabelTokens);
        if (accumulate < 1) {
            throw new IllegalArgumentException("accumulate must be at least 1, not " + accumulate);
        }
        if (labelCap < 1) {
            throw new IllegalArgumentException("labelCap must be at least 1, not " + labelCap);
        }
    }

    BatchSettings settings() {
        return new BatchSettings(queries, tokens, positives, hardNegatives, randomLabelTokens);
    }
}
