package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.Sha256;
import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Prompts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * SHA-256 of a model's configuration, tokenizer and weights. Indexes hold it, so that the text it is made of must not change: that of a
 * BERT is what the first versions wrote.
 */
final class ModelFingerprint {
    private static final int PIECE = 1 << 20;
    private static final int DIGITS = 32;
    private static final String BERT = "bert";

    private ModelFingerprint() {}

    static String of(PretrainedModel model) {
        MessageDigest digest = Sha256.digest();
        digest.update(text(model.config()).getBytes(StandardCharsets.UTF_8));
        digest.update(model.tokenizer().fingerprint().getBytes(StandardCharsets.UTF_8));
        model.weights().arrays().forEach((name, array) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            for (long from = 0; from < array.bytes().byteSize(); from += PIECE) {
                ByteBuffer piece = array.bytes()
                        .asSlice(from, Math.min(PIECE, array.bytes().byteSize() - from))
                        .asByteBuffer();
                digest.update(piece);
            }
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    static String text(EncoderConfig config) {
        Architecture architecture = config.architecture();
        BlockSizes sizes = architecture.sizes();
        EmbeddingTables tables = architecture.tables();
        String others = architecture.type().equals(BERT)
                ? ""
                : "type=" + architecture.type() + ", firstPosition=" + tables.firstPosition() + ", ";
        return "EncoderConfig[" + others
                + "vocabularySize=" + tables.vocabularySize()
                + ", hiddenSize=" + sizes.hiddenSize()
                + ", layers=" + sizes.layers()
                + ", heads=" + sizes.heads()
                + ", feedForwardSize=" + sizes.feedForwardSize()
                + ", positions=" + tables.positions()
                + ", tokenTypes=" + tables.tokenTypes()
                + ", layerNormEpsilon=" + architecture.layerNormEpsilon()
                + ", pooling=" + config.pooling().name()
                + ", similarity=" + config.similarity().name()
                + ", scale=" + config.scale()
                + ", maxLength=" + config.maxLength()
                + ", experts=" + text(config.experts())
                + ", instructions=" + text(config.instructions())
                + (config.prompts().areThere() ? ", prompts=" + text(config.prompts()) : "") + "]";
    }

    private static String text(Prompts prompts) {
        return "Prompts[query=" + prompts.query() + ", document=" + prompts.document() + "]";
    }

    private static String text(ExpertLayout layout) {
        return "ExpertLayout[experts=" + layout.experts()
                + ", taskToExpert=" + layout.taskToExpert()
                + ", attentionBlocks=" + layout.attentionBlocks()
                + ", feedForwardBlocks=" + layout.feedForwardBlocks() + "]";
    }

    private static String text(InstructionConfig instructions) {
        return "InstructionConfig[reader=" + instructions.reader().name()
                + ", texts=" + instructions.texts()
                + ", weight=" + instructions.weight() + "]";
    }
}
