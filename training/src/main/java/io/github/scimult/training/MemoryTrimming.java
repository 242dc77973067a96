package io.github.scimult.training;

import io.github.scimult.encoder.tensor.NativeHeap;

/**
 * Gives freed memory back to the kernel every few steps: batches of many lengths leave gaps of many sizes, which the next batch does
 * not fit into. After each step it would cost time.
 */
record MemoryTrimming(RunProgress run) implements TrainingHook {
    private static final int STEPS = 4;

    @Override
    public void afterStep() {
        if (run.step() % STEPS == 0) {
            NativeHeap.trim();
        }
    }
}
