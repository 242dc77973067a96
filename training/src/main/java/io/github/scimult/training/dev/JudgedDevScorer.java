package io.github.scimult.training.dev;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.DevSet;

/**
 * Judgements of one task.
 *
 * @param ofTrain whether they are a part of the train split, which is then left out of training; else the dev split's
 */
record JudgedDevScorer(String collection, DevSet set, boolean heldOut, boolean ofTrain) implements DevScorer {
    @Override
    public int[] queriesOfTrain() {
        return ofTrain ? set.queryRows() : new int[0];
    }

    @Override
    public Task task() {
        return set.task();
    }

    @Override
    public String metric() {
        return set.metric();
    }

    @Override
    public double[] values(TextEncoder encoder) {
        return set.evaluate(encoder);
    }
}
