package io.github.scimult.library.indexing;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.feedback.FeedbackFile;
import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.Journal;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.library.live.CollectionCopy;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.search.index.IndexFacts;
import io.github.scimult.search.index.IndexUpgrade;
import io.github.scimult.search.index.IndexedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a library of an index of an earlier version and its collection, without embedding anew. What came into the index alone, through
 * the API, goes into the journal, and feedback with it. Interrupted, it can be repeated.
 */
public final class LibraryUpgrade {
    private static final int CHANGES_A_SET = 512;

    private LibraryUpgrade() {}

    /**
     * Makes the library in the index's folder.
     *
     * @param collection that the index was made of
     * @return how many changes went into the journal
     * @throws BadDataException if the index was made of another collection
     */
    public static int run(Path root, LiteratureCollection collection) throws IOException {
        LibraryFolder library = new LibraryFolder(root);
        if (library.isLibrary()) {
            IndexUpgrade.run(library.index(), records(collection));
            return 0;
        }
        Path index = library.nextIndex();
        Path from = IndexFacts.areIn(root) ? root : index;
        if (!IndexFacts.areIn(from)) {
            throw new BadDataException(root + ": there is no index in it; make one by ./scimult index");
        }
        IndexFacts facts = IndexUpgrade.facts(from);
        if (!facts.collectionFingerprint().equals(collection.fingerprint())) {
            throw new BadDataException(root + " is an index of " + facts.collection() + ", not of "
                    + collection.folder() + " as it is now");
        }
        Path copy = library.nextCollection();
        if (!Files.exists(copy)) {
            CollectionCopy.write(collection.folder(), copy);
        }
        IndexUpgrade.run(from, records(collection));
        int changes = writeJournal(library.journal(), collection, from);
        if (from.equals(root)) {
            move(root, index);
        }
        library.use(facts.collection(), copy, index);
        return changes;
    }

    private static IndexUpgrade.Records records(LiteratureCollection collection) {
        return id -> {
            int row = collection.papers().row(id);
            return row < 0 ? Optional.empty() : Optional.of(collection.papers().get(row));
        };
    }

    private static int writeJournal(Journal journal, LiteratureCollection collection, Path index) throws IOException {
        List<Change> changes = new ArrayList<>();
        if (journal.last() == 0) {
            try (IndexedRecords records = IndexedRecords.open(index)) {
                addLabels(collection, records, changes);
                addPapers(collection, records, changes);
            }
            for (Verdict verdict : new FeedbackFile(index).verdicts()) {
                changes.add(new Change.GiveFeedback(verdict));
            }
            for (int from = 0; from < changes.size(); from += CHANGES_A_SET) {
                journal.append(changes.subList(from, Math.min(changes.size(), from + CHANGES_A_SET)));
            }
        }
        return changes.size();
    }

    private static void addLabels(LiteratureCollection collection, IndexedRecords records, List<Change> changes)
            throws IOException {
        records.labels(label -> {
            int row = collection.labels().row(label.id());
            Label known = row < 0 ? null : collection.labels().get(row);
            // An index of an earlier version keeps no more of a label than this.
            if (known == null
                    || !known.name().equals(label.name())
                    || !known.definition().equals(label.definition())) {
                changes.add(new Change.PutLabel(label));
            }
        });
    }

    private static void addPapers(LiteratureCollection collection, IndexedRecords records, List<Change> changes)
            throws IOException {
        records.papers(paper -> {
            int row = collection.papers().row(paper.id());
            Paper known = row < 0 ? null : collection.papers().get(row);
            if (known == null
                    || !known.title().equals(paper.title())
                    || !known.text().equals(paper.text())) {
                changes.add(new Change.PutPaper(paper));
            }
        });
        for (int row = 0; row < collection.papers().size(); row++) {
            String id = collection.papers().id(row);
            if (!records.hasPaper(id)) {
                changes.add(new Change.DeletePaper(id));
            }
        }
    }

    /** Moves an index's files, Lucene's last commit last: until then the folder is what it was. */
    private static void move(Path root, Path index) throws IOException {
        Files.createDirectories(index);
        List<Path> files;
        try (Stream<Path> all = Files.list(root)) {
            files = new ArrayList<>(all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("changes."))
                    .toList());
        }
        for (Path file : files) {
            Path target = index.resolve(file.getFileName().toString());
            Files.deleteIfExists(target);
            Files.createLink(target, file);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
