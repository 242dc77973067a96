package io.github.scimult.search.index;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;

/**
 * Adds documents in their order, in a thread of its own: the graph of neighbours grows on one core while the next papers go through
 * the encoder. At most one piece waits.
 */
final class DocumentQueue implements AutoCloseable {
    private final IndexWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<?> adding = CompletableFuture.completedFuture(null);

    DocumentQueue(IndexWriter writer) {
        this.writer = writer;
    }

    /** Adds a piece, once the one before is in. */
    void add(List<Document> piece) throws IOException {
        await();
        adding = thread.submit(() -> {
            for (Document document : piece) {
                writer.addDocument(document);
            }
            return null;
        });
    }

    /**
     * Returns once all pieces are in.
     *
     * @throws IOException if one could not be added
     */
    void await() throws IOException {
        try {
            adding.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException unable -> throw unable;
                case RuntimeException wrong -> throw wrong;
                case Error fatal -> throw fatal;
                default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while documents were added", stopped);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
