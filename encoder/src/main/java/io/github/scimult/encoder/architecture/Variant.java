package io.github.scimult.encoder.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SciMult's variants (section 3.2): one encoder with parts exchanged, so that its tasks interfere less. Each begins
 * as a copy of a plain encoder.
 */
public enum Variant {
    /** Every weight is shared by all tasks. */
    VANILLA(""),
    /** Some blocks have one attention per expert: query, key, value and output projection. */
    MHA_EXPERTS(":attn"),
    /** Some blocks have one feed-forward per expert: both layers and their LayerNorm. */
    FFN_EXPERTS(":fwd"),
    /** Some blocks have both per expert. */
    MHA_FFN_EXPERTS(":attn,fwd"),
    /** At every block texts attend to their task's instruction, which the same encoder reads. */
    INSTRUCTION(""),
    /** As {@link #INSTRUCTION}, but the texts' encoder stays as it was; a copy that reads the instructions is trained. */
    PREFIX("");

    private final String split;

    Variant(String split) {
        this.split = split;
    }

    /** As settings name it: {@code mha-experts}. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether some blocks have sub-layers of several experts. */
    public boolean hasExperts() {
        return !split.isEmpty();
    }

    /** Whether texts attend to an instruction. */
    public boolean hasInstructions() {
        return this == INSTRUCTION || this == PREFIX;
    }

    /**
     * What is split among experts.
     *
     * @param blocks a pattern of blocks without what is split in them, see {@link BlockPattern}
     * @param layers blocks of the encoder
     * @param experts names of the experts
     * @param taskToExpert where a task goes that has no expert of its own or its family's name
     * @throws IllegalArgumentException if the pattern is none or hits no block, or a task goes to an unknown expert
     */
    public ExpertLayout layout(String blocks, int layers, List<String> experts, Map<String, String> taskToExpert) {
        if (!hasExperts()) {
            return ExpertLayout.none();
        }
        BlockPattern.requireKnown(blocks);
        ExpertLayout found = BlockPattern.parse(blocks + split, layers, experts);
        return new ExpertLayout(found.experts(), taskToExpert, found.attentionBlocks(), found.feedForwardBlocks());
    }

    /** What texts attend to, as fully as to themselves. @param texts task name or family → instruction */
    public InstructionConfig instructions(Map<String, String> texts) {
        return switch (this) {
            case INSTRUCTION -> new InstructionConfig(InstructionConfig.Reader.SAME_ENCODER, texts, 1);
            case PREFIX -> new InstructionConfig(InstructionConfig.Reader.OWN_ENCODER, texts, 1);
            default -> InstructionConfig.NONE;
        };
    }
}
