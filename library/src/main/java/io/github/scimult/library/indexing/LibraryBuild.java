package io.github.scimult.library.indexing;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.journal.FoldedCollection;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.library.live.CatchUp;
import io.github.scimult.library.live.CollectionCopy;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.live.OpenModel;
import io.github.scimult.search.index.IndexFacts;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.map.MapFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Builds a library's index: the first one, of a collection that is copied into the library, or a newer one beside the one that is
 * served, of the collection and the changes since. Once it is built it holds what was changed meanwhile, and takes the other's place.
 * Interrupted, the same build resumes.
 *
 * @param library where
 * @param collection the folder of what is indexed
 * @param index the folder of the index
 * @param origin of what the index is derived
 */
public record LibraryBuild(LibraryFolder library, Path collection, Path index, IndexOrigin origin) {
    /**
     * Begins a library, or resumes its first build.
     *
     * @param source copied into the library
     * @throws BadDataException if there is a library of another collection, or an index without one
     */
    public static LibraryBuild ofCollection(Path root, LiteratureCollection source) throws IOException {
        LibraryFolder library = new LibraryFolder(root);
        IndexOrigin origin = new IndexOrigin(source.name(), 0);
        if (library.isLibrary()) {
            if (!LiteratureIndex.facts(library.index()).collectionFingerprint().equals(source.fingerprint())) {
                throw new BadDataException(root
                        + " is a library of another collection, or of this one before it changed: choose a new folder, "
                        + "or bring the changes in by --add");
            }
            return new LibraryBuild(library, library.collection(), library.index(), origin);
        }
        if (IndexFacts.areIn(root)) {
            throw new BadDataException(
                    root + " is an index of an earlier version, without its collection: make a library "
                            + "of it by ./scimult library upgrade " + root + " --collection " + source.folder());
        }
        Path copy = library.nextCollection();
        if (!Files.exists(copy)) {
            write(source, library, copy);
        } else if (source.skipped().isEmpty()) {
            requireSame(root, source, copy);
        } else if (!IndexFacts.areIn(library.nextIndex())) { // else the index itself knows of what it is
            AtomicFolder.delete(copy);
            write(source, library, copy);
        }
        return new LibraryBuild(library, copy, library.nextIndex(), origin);
    }

    /** As it is, or without what was left out of it: a library holds nothing that cannot be read. */
    private static void write(LiteratureCollection source, LibraryFolder library, Path copy) throws IOException {
        if (source.skipped().isEmpty()) {
            CollectionCopy.write(source.folder(), copy);
        } else {
            FoldedCollection.of(source, library.journal(), 0).write(copy);
        }
    }

    private static void requireSame(Path root, LiteratureCollection source, Path copy) throws IOException {
        try (LiteratureCollection kept = LiteratureCollection.open(copy)) {
            if (!kept.fingerprint().equals(source.fingerprint())) {
                throw new BadDataException(root
                        + " was started with another collection, or with this one before it changed: choose a new folder, or "
                        + "delete that one");
            }
        }
    }

    /** Begins a newer index of a library, of its collection and all changes, or resumes its build. */
    public static LibraryBuild ofChanges(LibraryFolder library) throws IOException {
        Path current = library.collection();
        Path next = library.nextCollection();
        removeUnused(library);
        if (!Files.exists(next)) {
            try (LiteratureCollection collection = LiteratureCollection.open(current)) {
                FoldedCollection.of(
                                collection, library.journal(), library.journal().last())
                        .writeForLibrary(next);
            }
        }
        IndexOrigin origin = new IndexOrigin(library.name(), FoldedCollection.changeIn(next));
        return new LibraryBuild(library, next, library.nextIndex(), origin);
    }

    /** What an earlier build has left, but for what the next one resumes. */
    private static void removeUnused(LibraryFolder library) throws IOException {
        Set<Path> used = library.inUse();
        try (Stream<Path> parts = Files.list(library.root())) {
            List<Path> unused = parts.filter(LibraryFolder::isPart)
                    .filter(part -> !used.contains(part))
                    .toList();
            for (Path part : unused) {
                AtomicFolder.delete(part);
            }
        }
    }

    /**
     * Builds the index, with a map where the one that is served has one, and has it served.
     *
     * @param build of the collection
     * @param model of the index
     * @param listener receives the events
     * @param stop asked between papers; once it says yes, what was done is kept and the call returns
     * @return whether the index is complete
     */
    public boolean run(
            IndexBuild build, OpenModel model, Consumer<? super IndexingEvent> listener, BooleanSupplier stop)
            throws IOException {
        if (!build.run(index, listener, stop)) {
            return false;
        }
        CatchUp.run(index, model, library.journal());
        if (hasMap() && !MapFile.isIn(index)) {
            try (LiteratureIndex opened = LiteratureIndex.open(index, model.encoder(), model.fingerprint())) {
                IndexMap.draw(index, opened, listener);
            }
        }
        library.use(origin.name(), collection, index);
        return true;
    }

    /** Whether the index that is served has a map. */
    private boolean hasMap() throws IOException {
        return library.isLibrary() && library.hasIndex() && MapFile.isIn(library.index());
    }
}
