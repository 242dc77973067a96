package io.github.scimult.training.dev;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.DevSet;

/** A dev split's judgements of one task. */
record JudgedDevScorer(String collection, DevSet set, boolean heldOut) implements DevScorer {
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
