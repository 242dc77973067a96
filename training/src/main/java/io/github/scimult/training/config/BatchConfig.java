package io.github.scimult.training.config;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.training.pair.BatchSettings;
import java.util.List;

/**
 * How batches are drawn.
 *
 * @param queries at most so many queries a batch
 * @param tokens at most so many tokens a batch: queries, positives and hard negatives; random labels come on top
 * @param textTokens texts are cut after so many tokens while training, be the model's own length greater; 0 cuts there only.
 *     Where time is short, twice as many texts teach more than their second halves
 * @param chunkTokens larger batches go through the encoder in chunks of at most so many tokens, for the memory of one chunk
 *     and a third more time; fewer at a start where the machine's memory would not hold them; 0 never divides a batch
 * @param positives at most so many of a query's positives at once, where candidates are papers
 * @param labelPositives the same where candidates are labels, which are short: the more of them, the more a paper teaches
 * @param hardNegatives at most so many hard negatives a positive
 * @param minedNegatives whether, beside candidates judged with score 0, hard negatives are drawn by SciMult's rules
 * @param minedTasks only for these tasks, by name or family; empty for all
 * @param randomLabelTokens tokens' worth of random labels as further negatives of a classification batch
 * @param maskKnownPositives whether candidates that are positives of a query are left out of its denominator
 * @param accumulate batches whose gradients are averaged into one step
 * @param mixedSets whether a batch is drawn from all collections that have its task, each by its weight, rather than from one
 * @param labelCap at most so many pairs teach one label
 */
public record BatchConfig(
        int queries,
        int tokens,
        int textTokens,
        int chunkTokens,
        int positives,
        int labelPositives,
        int hardNegatives,
        boolean minedNegatives,
        List<String> minedTasks,
        int randomLabelTokens,
        boolean maskKnownPositives,
        int accumulate,
        boolean mixedSets,
        int labelCap) {
    public BatchConfig {
        minedTasks = List.copyOf(minedTasks);
        minedTasks.forEach(Task::parse);
        new BatchSettings(queries, tokens, positives, hardNegatives, randomLabelTokens);
        new BatchSettings(queries, tokens, labelPositives, hardNegatives, randomLabelTokens);
        if (textTokens != 0 && textTokens < 8) {
            throw new IllegalArgumentException(
                    "textTokens must be 0 (the model's own length) or at least 8, not " + textTokens);
        }
        if (chunkTokens < 0) {
            throw new IllegalArgumentException("chunkTokens must be at least 0, not " + chunkTokens);
        }
        if (accumulate < 1) {
            throw new IllegalArgumentException("accumulate must be at least 1, not " + accumulate);
        }
        if (labelCap < 1) {
            throw new IllegalArgumentException("labelCap must be at least 1, not " + labelCap);
        }
    }

    BatchConfig withChunkTokens(int newChunkTokens) {
        return new BatchConfig(
                queries,
                tokens,
                textTokens,
                newChunkTokens,
                positives,
                labelPositives,
                hardNegatives,
                minedNegatives,
                minedTasks,
                randomLabelTokens,
                maskKnownPositives,
                accumulate,
                mixedSets,
                labelCap);
    }

    /** Tokens after which texts are cut while training a model of the given length. */
    public int textTokens(int maxLength) {
        return textTokens == 0 ? maxLength : Math.min(textTokens, maxLength);
    }

    /** Whether hard negatives are drawn for a task by SciMult's rules. */
    public boolean minesFor(Task task) {
        return minedNegatives && hardNegatives > 0 && task.isAmong(minedTasks);
    }

    public BatchSettings settings(TaskFamily family) {
        int atOnce = family == TaskFamily.CLASSIFICATION ? labelPositives : positives;
        return new BatchSettings(queries, tokens, atOnce, hardNegatives, randomLabelTokens);
    }
}
