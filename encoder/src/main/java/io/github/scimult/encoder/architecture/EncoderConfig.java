package io.github.scimult.encoder.architecture;

import io.github.scimult.core.embedding.Similarity;

/**
 * All that makes an encoder but for its weights.
 *
 * @param architecture what the network is
 * @param head how its token states become vectors and similarities
 * @param routing what depends on the task
 * @param prompts what is read before each text
 */
public record EncoderConfig(Architecture architecture, EmbeddingHead head, Routing routing, Prompts prompts) {
    public EncoderConfig {
        int longest = architecture.tables().longestText();
        if (head.maxLength() > longest) {
            throw new IllegalArgumentException(
                    "maxLength " + head.maxLength() + " is outside 3 … " + longest + ", the model's positions");
        }
        ExpertLayout experts = routing.experts();
        int layers = architecture.sizes().layers();
        if (experts.lastBlock() >= layers || experts.firstBlock() < 0) {
            throw new IllegalArgumentException("expert blocks " + experts.attentionBlocks()
                    + experts.feedForwardBlocks() + " are outside 0 … " + (layers - 1));
        }
    }

    /** One that reads texts as they are. */
    public EncoderConfig(Architecture architecture, EmbeddingHead head, Routing routing) {
        this(architecture, head, routing, Prompts.NONE);
    }

    /** Whether it is an ordinary encoder: no experts, no instructions. */
    public boolean isPlain() {
        return routing.isNone();
    }

    /** H, which is also the length of a vector. */
    public int hiddenSize() {
        return architecture.sizes().hiddenSize();
    }

    /** Blocks. */
    public int layers() {
        return architecture.sizes().layers();
    }

    public Pooling pooling() {
        return head.pooling();
    }

    public Similarity similarity() {
        return head.similarity();
    }

    /** 1/τ, see {@link EmbeddingHead}. */
    public double scale() {
        return head.scale();
    }

    /** Tokens after which a text is cut. */
    public int maxLength() {
        return head.maxLength();
    }

    public ExpertLayout experts() {
        return routing.experts();
    }

    public InstructionConfig instructions() {
        return routing.instructions();
    }

    public EncoderConfig withMaxLength(int length) {
        return withHead(head.withMaxLength(length));
    }

    public EncoderConfig withHead(EmbeddingHead other) {
        return new EncoderConfig(architecture, other, routing, prompts);
    }

    public EncoderConfig withExperts(ExpertLayout layout) {
        return new EncoderConfig(architecture, head, new Routing(layout, routing.instructions()), prompts);
    }

    public EncoderConfig withInstructions(InstructionConfig others) {
        return new EncoderConfig(architecture, head, new Routing(routing.experts(), others), prompts);
    }

    public EncoderConfig withPrompts(Prompts others) {
        return new EncoderConfig(architecture, head, routing, others);
    }
}
