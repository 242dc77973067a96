package io.github.scimult.encoder.architecture;

/**
 * What depends on the task.
 *
 * @param experts which sub-layers exist once per expert, and which task goes to which
 * @param instructions what texts attend to besides themselves
 */
public record Routing(ExpertLayout experts, InstructionConfig instructions) {
    /** Every task is computed alike: an ordinary encoder. */
    public static final Routing NONE = new Routing(ExpertLayout.none(), InstructionConfig.NONE);

    /** Whether nothing depends on the task. */
    public boolean isNone() {
        return experts.isShared() && !instructions.areThere();
    }
}
