package io.github.scimult.library.upkeep;

import io.github.scimult.core.journal.FoldedCollection;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.library.live.CollectionCopy;
import io.github.scimult.library.live.LibraryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies libraries without what can be derived again. */
public final class LibraryBackup {
    private LibraryBackup() {}

    /**
     * Copies the collection and the journal, as a library without an index. The copy appears whole.
     *
     * @param out a new or empty folder
     */
    public static void write(LibraryFolder library, Path out) throws IOException {
        try (AtomicFolder folder = AtomicFolder.create(out)) {
            LibraryFolder copy = new LibraryFolder(folder.path());
            Path journal = library.journal().file();
            if (Files.exists(journal)) {
                Files.copy(journal, copy.journal().file());
            }
            // After the journal: where it was compacted in between, the collection has more than is needed, not less.
            Path collection = copy.nextCollection();
            CollectionCopy.write(library.collection(), collection);
            FoldedCollection.mark(collection, FoldedCollection.changeIn(library.collection()));
            copy.use(library.name(), collection, null);
            folder.commit();
        }
    }
}
