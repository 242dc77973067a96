package io.github.scimult.server.library;

import io.github.scimult.library.live.OpenModel;
import io.github.scimult.server.encoding.BatchingEncoder;

/** A model whose encoder is shared by many requests. */
record BatchingModel(OpenModel model, BatchingEncoder encoder) implements OpenModel {
    private static final int WAITING_TEXTS = 1024;
    private static final int BATCH_CHARACTERS = 40_000;

    static BatchingModel of(OpenModel model) {
        return new BatchingModel(model, new BatchingEncoder(model.encoder(), WAITING_TEXTS, BATCH_CHARACTERS));
    }

    @Override
    public String fingerprint() {
        return model.fingerprint();
    }

    @Override
    public void close() {
        encoder.close();
        model.close();
    }
}
