package io.github.scimult.app.command;

import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.embedding.LibtorchEncoder;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.file.Path;

/** An index with the model that it was made with. */
record OpenedIndex(PretrainedModel model, LibtorchEncoder encoder, LiteratureIndex index) implements AutoCloseable {
    /** @param named the model's folder; null for where the index says it was */
    static OpenedIndex open(Path folder, String named, int threads) throws IOException {
        String place = modelOf(folder, named);
        PretrainedModel model = ModelOption.load(place);
        try {
            LibtorchEncoder encoder = ModelOption.atOnce(place, model, threads);
            return new OpenedIndex(model, encoder, LiteratureIndex.open(folder, encoder, ModelFingerprint.of(model)));
        } catch (IOException | RuntimeException failure) {
            model.close();
            throw failure;
        }
    }

    /** The model's folder: as named, or where the index says it was. */
    static String modelOf(Path folder, String named) throws IOException {
        return named == null ? LiteratureIndex.facts(folder).model() : named;
    }

    @Override
    public void close() throws IOException {
        index.close();
        encoder.close();
        model.close();
    }
}
