package io.github.scimult.server.library;

import io.github.scimult.library.live.OpenModel;
import io.github.scimult.server.config.QueueSettings;
import io.github.scimult.server.encoding.BatchingEncoder;

/** A model whose encoder is shared by many requests. */
record BatchingModel(OpenModel model, BatchingEncoder encoder) implements OpenModel {
    static BatchingModel of(OpenModel model, QueueSettings queue) {
        return new BatchingModel(
                model,
                new BatchingEncoder(model.encoder(), queue.texts(), queue.batchCharacters(), queue.pieceMillis()));
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
