package io.github.scimult.training;

import io.github.scimult.encoder.tensor.HeapGrowth;

/** Bounds what training's batches leave of the heap unused. */
record MemoryTrimming(HeapGrowth growth) implements TrainingHook {
    MemoryTrimming() {
        this(new HeapGrowth());
    }

    @Override
    public void afterStep() {
        growth.bound();
    }
}
