package io.github.scimult.encoder.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.github.scimult.core.text.WellFormedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Hugging Face's own tokenizer behind its Java binding: text to ids, nothing added and nothing cut. Safe for use by many
 * threads at once.
 *
 * <p>The ids are fetched through the binding's library class: its {@code Encoding} would also build every token's
 * string and span, at several times the cost.
 */
final class NativeTokenizer implements AutoCloseable {
    static {
        // Otherwise the binding asks a cloud's metadata service where it runs,
        setUnlessSet("OPT_OUT_TRACKING", "true");
        // and its logging says at length that nobody listens.
        setUnlessSet("slf4j.internal.verbosity", "ERROR");
    }

    private final HuggingFaceTokenizer tokenizer;

    /**
     * Makes a tokenizer.
     *
     * @param origin names the file in errors
     * @throws IOException if the library cannot make a tokenizer of it
     */
    NativeTokenizer(byte[] tokenizerJson, String origin) throws IOException {
        try {
            tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(tokenizerJson),
                    Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false", "maxLength", "512"));
        } catch (RuntimeException e) {
            throw new IOException(origin + ": the tokenizer library refuses it: " + e.getMessage(), e);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * All ids of a text.
     *
     * @throws IllegalStateException if the tokenizer was closed
     */
    int[] ids(String text) {
        TokenizersLibrary library = TokenizersLibrary.LIB;
        long encoding = library.encode(tokenizer.getHandle(), WellFormedText.of(text), false);
        try {
            long[] ids = library.getTokenIds(encoding);
            int[] result = new int[ids.length];
            for (int i = 0; i < ids.length; i++) {
                result[i] = (int) ids[i];
            }
            return result;
        } finally {
            library.deleteEncoding(encoding);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
