package io.github.scimult.library.upkeep;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.journal.FoldedCollection;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.search.index.IndexedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a library's changes into its collection. */
public final class LibraryCompaction {
    private LibraryCompaction() {}

    /**
     * Writes the changes that the index holds into the collection, and shortens the journal to what is needed beside it. Killed at any
     * moment, it leaves a library that says the same.
     *
     * @return the number of the last change set that is in the collection
     */
    public static long run(LibraryFolder library) throws IOException {
        long change;
        try (IndexedRecords index = IndexedRecords.open(library.index())) {
            change = index.change();
        }
        Path old = library.collection();
        Path next = library.nextCollection();
        // What an index build that was stopped has left there may be older than this.
        if (Files.exists(next)) {
            AtomicFolder.delete(next);
        }
        try (LiteratureCollection collection = LiteratureCollection.open(old)) {
            FoldedCollection.of(collection, library.journal(), change).writeForLibrary(next);
        }
        library.use(library.name(), next, library.index());
        library.journal().compact(change);
        AtomicFolder.delete(old);
        return change;
    }
}
