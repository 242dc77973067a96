package io.github.scimult.server.library;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.journal.Change;
import io.github.scimult.library.live.LiveLibrary;
import io.github.scimult.library.live.ModelOpener;
import io.github.scimult.library.live.ServedIndex;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.tag.Tagger;
import io.github.scimult.server.config.QueueSettings;
import io.github.scimult.server.encoding.BatchingEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A library as requests see it: from begin to end of a request it is one index with its model, even where a newer index takes its place
 * meanwhile.
 */
public final class ServedLibrary implements AutoCloseable {
    private static final ScopedValue<ServedIndex> OF_THIS_REQUEST = ScopedValue.newInstance();

    private final LiveLibrary library;

    private ServedLibrary(LiveLibrary library) {
        this.library = library;
    }

    /**
     * Opens a library, or an index.
     *
     * @param models opens the models of this and of newer indexes; what encodes texts is shared by all requests
     * @param queue how requests wait for it
     */
    public static ServedLibrary open(Path folder, ModelOpener models, QueueSettings queue) throws IOException {
        return new ServedLibrary(LiveLibrary.open(folder, facts -> BatchingModel.of(models.open(facts), queue)));
    }

    /** What is done for a request. */
    @FunctionalInterface
    public interface Request {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does what is done for a request; the methods of this class may be called within. */
    public void serve(Request request) throws Exception {
        Optional<Exception> failure = library.read(
                served -> ScopedValue.where(OF_THIS_REQUEST, served).call(() -> failureOf(request)));
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static Optional<Exception> failureOf(Request request) {
        try {
            request.run();
            return Optional.empty();
        } catch (Exception failure) {
            return Optional.of(failure);
        }
    }

    /** The index, for queries. */
    public LiteratureIndex index() {
        return OF_THIS_REQUEST.get().index();
    }

    /** Where the index is. */
    public Path folder() {
        return OF_THIS_REQUEST.get().folder();
    }

    /** Suggests labels. */
    public Tagger tagger() {
        return OF_THIS_REQUEST.get().tagger();
    }

    /** The index's model. */
    public TextEncoder encoder() {
        return OF_THIS_REQUEST.get().encoder();
    }

    /** Makes changes; see {@link LiveLibrary#write}. What this request reads afterwards, it reads with them. */
    public void write(List<? extends Change> changes) throws IOException {
        library.write(changes);
    }

    /** For feedback, and for what is no request's. */
    public LiveLibrary library() {
        return library;
    }

    /** How many texts wait to be embedded. */
    public int waitingTexts() {
        return queue().map(BatchingEncoder::waiting).orElse(0);
    }

    /** Fails the requests whose texts wait to be embedded, and refuses others. */
    public void abandonTexts() {
        queue().ifPresent(BatchingEncoder::abandon);
    }

    /** Why texts are not embedded any more, which only a new start helps; empty while they are. */
    public Optional<String> trouble() {
        return queue().flatMap(BatchingEncoder::trouble);
    }

    private Optional<BatchingEncoder> queue() {
        try {
            return library.read(now -> now.encoder() instanceof BatchingEncoder batching
                    ? Optional.of(batching)
                    : Optional.<BatchingEncoder>empty());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        library.close();
    }
}
