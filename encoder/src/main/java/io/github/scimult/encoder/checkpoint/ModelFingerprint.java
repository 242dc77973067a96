package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells whether two models are the same: SHA-256 of configuration and weights. */
final class ModelFingerprint {
    private static final int PIECE = 1 << 20;

    private ModelFingerprint() {}

    /** 32 hexadecimal digits. */
    static String of(PretrainedModel model) {
        MessageDigest digest = Sha256.digest();
        digest.update(model.config().toString().getBytes(StandardCharsets.UTF_8));
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
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }
}
