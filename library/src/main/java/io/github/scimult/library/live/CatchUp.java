package io.github.scimult.library.live;

import io.github.scimult.core.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;

/** Brings an index that is not served yet up to date with its library. */
public final class CatchUp {
    private CatchUp() {}

    /**
     * Brings all changes of a journal into an index that it does not hold yet.
     *
     * @param model of the index; its owner closes it
     */
    public static void run(Path index, OpenModel model, Journal journal) throws IOException {
        ServedIndex served = ServedIndex.open(index, _ -> OpenModel.of(model.encoder(), model.fingerprint()));
        try (JournalIndexing indexing = new JournalIndexing(served, journal, new RefusedChanges())) {
            indexing.catchUp();
        } finally {
            served.release();
        }
    }
}
