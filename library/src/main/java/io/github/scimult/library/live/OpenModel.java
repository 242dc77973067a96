package io.github.scimult.library.live;

import io.github.scimult.core.embedding.TextEncoder;

/** A model that an index is served with. */
public interface OpenModel extends AutoCloseable {
    /** Valid until the model is closed. */
    TextEncoder encoder();

    /** Tells whether two models are the same. */
    String fingerprint();

    @Override
    void close();

    /** A model that others own: closing it does nothing. */
    static OpenModel of(TextEncoder encoder, String fingerprint) {
        return new OpenModel() {
            @Override
            public TextEncoder encoder() {
                return encoder;
            }

            @Override
            public String fingerprint() {
                return fingerprint;
            }

            @Override
            public void close() {}
        };
    }
}
