package io.github.scimult.training.event;

/** How far a run or a stage came: optimiser steps, and seconds without interruptions. */
public record RunExtent(long steps, double seconds) {
    public static final RunExtent NONE = new RunExtent(0, 0);

    public RunExtent plus(RunExtent further) {
        return new RunExtent(steps + further.steps, seconds + further.seconds);
    }
}
