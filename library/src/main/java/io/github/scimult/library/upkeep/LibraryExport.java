package io.github.scimult.library.upkeep;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.feedback.VerdictFormat;
import io.github.scimult.core.journal.FoldedCollection;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Json;
import io.github.scimult.library.live.LibraryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes libraries as collections. */
public final class LibraryExport {
    private LibraryExport() {}

    /**
     * Writes the collection with all changes so far, and the feedback beside it.
     *
     * @param out a new or empty folder
     * @return the number of the last change set that is in
     */
    public static long write(LibraryFolder library, Path out) throws IOException {
        long change = library.journal().last();
        try (LiteratureCollection collection = LiteratureCollection.open(library.collection())) {
            FoldedCollection.of(collection, library.journal(), change).write(out);
        }
        List<Verdict> feedback = library.journal().feedback();
        if (!feedback.isEmpty()) {
            AtomicFile.write(out.resolve("feedback.jsonl"), file -> {
                for (Verdict verdict : feedback) {
                    file.write((Json.line(VerdictFormat.write(verdict)) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        return change;
    }
}
