package io.github.scimult.encoder.tokenizer;

import io.github.scimult.core.storage.Sha256;
import io.github.scimult.core.text.SegmentedText;
import java.util.function.IntFunction;

/**
 * Texts to be tokenised, and how.
 *
 * @param tokenizer makes the ids
 * @param maxLength the most ids of a text
 * @param textsFingerprint changes whenever a text does
 * @param size how many texts there are
 * @param text a text by its row; called by many threads at once
 */
public record TokenSource(
        TextTokenizer tokenizer, int maxLength, String textsFingerprint, int size, IntFunction<SegmentedText> text) {
    public TokenSource {
        if (maxLength < 2 || size < 0) {
            throw new IllegalArgumentException("maxLength " + maxLength + " and size " + size
                    + ": expected at least 2 tokens a text, and no negative number of texts");
        }
    }

    /** 32 bytes in hexadecimal digits: two sources with one fingerprint have the same ids. */
    String fingerprint() {
        String all =
                String.join("\n", tokenizer.fingerprint(), "length " + maxLength, "texts " + size, textsFingerprint);
        return Sha256.hex(all);
    }

    int[] ids(int row) {
        return tokenizer.encode(text.apply(row), maxLength);
    }
}
