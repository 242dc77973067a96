package io.github.scimult.library.upkeep;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.journal.FoldedCollection;
import io.github.scimult.core.storage.TemporaryFolder;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.search.index.IndexedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares a library's index with what it is derived from. */
public final class LibraryCheck {
    private LibraryCheck() {}

    /**
     * What a check has found.
     *
     * @param papers by the collection and the journal
     * @param labels likewise
     * @param changeSets in the journal
     * @param lastChange the number of the last one
     * @param indexedUpTo the number of the last one that the index holds
     * @param segments of the index
     * @param missing ids of records that the index should have
     * @param surplus ids of records that it should not have
     */
    public record Outcome(
            int papers,
            int labels,
            long changeSets,
            long lastChange,
            long indexedUpTo,
            int segments,
            List<String> missing,
            List<String> surplus) {}

    /**
     * Checks a library.
     *
     * @throws io.github.scimult.core.storage.BadDataException if a line of the journal or of the collection is wrong
     */
    public static Outcome run(LibraryFolder library) throws IOException {
        try (IndexedRecords index = IndexedRecords.open(library.index());
                TemporaryFolder temporary = TemporaryFolder.create();
                LiteratureCollection collection = LiteratureCollection.open(library.collection())) {
            Path folded = temporary.path().resolve("collection");
            FoldedCollection.of(collection, library.journal(), index.change()).write(folded);
            try (LiteratureCollection should = LiteratureCollection.open(folded)) {
                return compare(library, should, index);
            }
        }
    }

    private static Outcome compare(LibraryFolder library, LiteratureCollection should, IndexedRecords index)
            throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> surplus = new ArrayList<>();
        for (int row = 0; row < should.papers().size(); row++) {
            String id = should.papers().id(row);
            if (!index.hasPaper(id)) {
                missing.add(id);
            }
        }
        index.papers(paper -> {
            if (should.papers().row(paper.id()) < 0) {
                surplus.add(paper.id());
            }
        });
        for (int row = 0; row < should.labels().size(); row++) {
            if (!index.hasLabel(should.labels().id(row))) {
                missing.add(should.labels().id(row));
            }
        }
        index.labels(label -> {
            if (should.labels().row(label.id()) < 0) {
                surplus.add(label.id());
            }
        });
        return new Outcome(
                should.papers().size(),
                should.labels().size(),
                library.journal().count(),
                library.journal().last(),
                index.change(),
                index.segments(),
                missing,
                surplus);
    }
}
