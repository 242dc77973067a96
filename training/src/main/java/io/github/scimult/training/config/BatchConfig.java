package io.github.scimult.training.config;

import io.github.scimult.core.configuration.Formerly;
import io.github.scimult.core.configuration.RecordCopy;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.training.pair.BatchSettings;
import java.util.Map;

/**
 * How batches are drawn.
 *
 * @param queries the maximum number of queries a batch
 * @param tokens the maximum number of tokens a batch: queries, positives and hard negatives; random labels come on top
 * @param textTokens texts are truncated after this number of tokens while training, be the model's own length greater; 0 truncates there
 *     only. Where time is short, twice as many texts teach more than their second halves
 * @param chunkTokens larger batches go through the encoder in chunks of the maximum number of tokens (gradient caching), for the memory of
 *     one chunk and a third more time; fewer at a start where the machine's memory would not hold them; 0 never divides a batch
 * @param maxPositives the maximum number of of a query's positives at once, where candidates are papers
 * @param maxLabelPositives the same where candidates are labels, which are short: the more of them, the more a paper teaches
 * @param randomLabelTokens tokens' worth of random labels as further negatives of a classification batch
 * @param maskKnownPositives whether candidates that are positives of a query are left out of its denominator
 * @param accumulationSteps batches whose gradients are averaged into one optimiser step
 * @param mixCollections whether a batch is drawn from all collections that have its task, each by its weight, rather than from one
 * @param maxPairsPerLabel the maximum number of pairs teach one label
 */
public record BatchConfig(
        int queries,
        int tokens,
        int textTokens,
        int chunkTokens,
        @Formerly("batch.positives") int maxPositives,
        @Formerly("batch.labelPositives") int maxLabelPositives,
        int randomLabelTokens,
        boolean maskKnownPositives,
        @Formerly("batch.accumulate") int accumulationSteps,
        @Formerly("batch.mixedSets") boolean mixCollections,
        @Formerly("batch.labelCap") int maxPairsPerLabel) {
    public BatchConfig {
        new BatchSettings(queries, tokens, maxPositives, 0, randomLabelTokens);
        new BatchSettings(queries, tokens, maxLabelPositives, 0, randomLabelTokens);
        if (textTokens != 0 && textTokens < 8) {
            throw new IllegalArgumentException(
                    "textTokens must be 0 (the model's own length) or at least 8, not " + textTokens);
        }
        if (chunkTokens < 0) {
            throw new IllegalArgumentException("chunkTokens must be at least 0, not " + chunkTokens);
        }
        if (accumulationSteps < 1) {
            throw new IllegalArgumentException("accumulationSteps must be at least 1, not " + accumulationSteps);
        }
        if (maxPairsPerLabel < 1) {
            throw new IllegalArgumentException("maxPairsPerLabel must be at least 1, not " + maxPairsPerLabel);
        }
    }

    BatchConfig withChunkTokens(int newChunkTokens) {
        return RecordCopy.with(this, Map.of("chunkTokens", newChunkTokens));
    }

    /** Tokens after which texts are truncated while training a model of the given length. */
    public int textTokens(int maxLength) {
        return textTokens == 0 ? maxLength : Math.min(textTokens, maxLength);
    }

    /**
     * The settings of a task family's batches.
     *
     * @param hardNegatives the maximum number of a positive
     */
    public BatchSettings settings(TaskFamily family, int hardNegatives) {
        int positives = family == TaskFamily.CLASSIFICATION ? maxLabelPositives : maxPositives;
        return new BatchSettings(queries, tokens, positives, hardNegatives, randomLabelTokens);
    }
}
