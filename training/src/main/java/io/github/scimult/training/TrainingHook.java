package io.github.scimult.training;

import java.io.IOException;

/**
 * Something that a run does beside its steps: evaluating, saving, mining hard negatives, balancing tasks. A hook has its own small
 * state, and reads and changes the run's {@link RunProgress}. Hooks are called in a fixed order.
 */
interface TrainingHook {
    /** Called once before the first step of this process. */
    default void start() throws IOException {}

    /** Called before each step. */
    default void beforeStep() throws IOException {}

    /** Called after each step. */
    default void afterStep() throws IOException {}

    /** Whether the run is to end before its budget is used. Asked before each step. */
    default boolean endsRun() {
        return false;
    }

    /** Called once after the last step of this process, be the run over or stopped. */
    default void end() throws IOException {}
}
