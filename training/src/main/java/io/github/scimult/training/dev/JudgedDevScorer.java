package io.github.scimult.training.dev;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.evaluation.DevSet;

/** A dev split's judgements of one task. */
record JudgedDevScorer(String source, DevSet set, boolean outside) implements DevScorer {
    @Override
    public String figure() {
        return set.figure();
    }

    @Override
    public double[] values(TextEncoder encoder) {
        return set.score(encoder).values();
    }
}
