package io.github.scimult.exchange.importing;

import io.github.scimult.core.storage.TemporaryFolder;
import io.github.scimult.core.task.Task;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Judgements that wait, in a temporary file, until all records are known: whether both ends are there, and which split is theirs. */
final class PendingJudgements implements Closeable {
    private TemporaryFolder folder;
    private Path file;
    private BufferedWriter out;

    /** Takes a judgement. */
    interface Taker {
        void take(Task task, String query, String candidate, int score) throws IOException;
    }

    void add(Task task, String query, String candidate, int score) throws IOException {
        if (out == null) {
            folder = TemporaryFolder.create(); // what a kill leaves there is removed by the next program
            file = folder.path().resolve("judgements.tsv");
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        }
        out.write(task.name() + "\t" + query + "\t" + candidate + "\t" + score + "\n");
    }

    /** Hands over all of them in their order; can be called again. */
    void forEach(Taker taker) throws IOException {
        if (out == null) {
            return;
        }
        out.flush();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                taker.take(Task.parse(fields[0]), fields[1], fields[2], Integer.parseInt(fields[3]));
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (folder != null) {
            folder.close();
        }
    }

    /** Where they wait. */
    Path file() {
        return file;
    }
}
