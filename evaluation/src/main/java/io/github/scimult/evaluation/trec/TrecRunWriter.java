package io.github.scimult.evaluation.trec;

import io.github.scimult.core.storage.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a run file query by query (format: {@link TrecRun}). A score is written as the shortest decimal that reads back
 * as the same float, so that trec_eval sees the same order; whitespace inside an id, which the format cannot hold, is
 * written as {@code %20}, {@code %09} and so on. The file appears with {@link #commit()}, whole or not at all.
 */
public final class TrecRunWriter implements AutoCloseable {
    private final AtomicFile file;
    private final Writer writer;
    private final String system;

    /**
     * Begins a file.
     *
     * @param path where it shall stand
     * @param system the run's name, last field of each line
     */
    public TrecRunWriter(Path path, String system) throws IOException {
        this.file = AtomicFile.create(path);
        this.writer = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
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

    /** Ends the file and gives it its name. */
    public void commit() throws IOException {
        writer.flush();
        file.commit();
    }

    /** Removes what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
