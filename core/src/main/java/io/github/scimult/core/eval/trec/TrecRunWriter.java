package io.github.scimult.core.eval.trec;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a run file query by query (format: {@link TrecRun}). A score is written as the shortest decimal that reads back
 * as the same float, so that trec_eval sees the same order; whitespace inside an id, which the format cannot hold, is
 * written as {@code %20}, {@code %09} and so on.
 */
public final class TrecRunWriter implements AutoCloseable {
    private final BufferedWriter writer;
    private final String system;

    public TrecRunWriter(Path file, String system) throws IOException {
        this.writer = Files.newBufferedWriter(file);
        this.system = TrecLines.field(system);
    }

    /** Writes one query's documents, ranks from 1 in the order given. */
    public void write(String query, List<ScoredDocument> documents) throws IOException {
        String start = TrecLines.field(query) + " Q0 ";
        int rank = 1;
        for (ScoredDocument document : documents) {
            writer.write(start);
            writer.write(TrecLines.field(document.id()));
            writer.write(" " + rank + " " + document.score() + " " + system + "\n");
            rank++;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
