package io.github.scimult.library.live;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.Journal;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A library that is read and changed at the same time, by this program and by others. A change is in the journal and on the disk before
 * {@link #write} returns. Newer indexes take the place of the one that is served without a pause. Safe for use by many threads.
 *
 * <pre>{@code
 * try (LiveLibrary library = LiveLibrary.open(folder, facts -> LiteratureModel.open(facts.model()))) {
 *     library.write(List.of(new Change.PutPaper(paper)));
 *     library.read(served -> served.index().papers(question));
 * }
 * }</pre>
 */
public final class LiveLibrary implements AutoCloseable {
    /** How long a change may take until it is seen by queries, unless the program is asked for more than it can do. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Journal journal;
    private final IndexFollower follower;

    private LiveLibrary(Journal journal, IndexFollower follower) {
        this.journal = journal;
        this.follower = follower;
    }

    /**
     * Opens a library, or an index.
     *
     * @throws BadDataException if there is none, one that is not whole, or one of another model
     */
    public static LiveLibrary open(Path root, ModelOpener models) throws IOException {
        LibraryFolder folder = new LibraryFolder(root);
        return new LiveLibrary(folder.journal(), IndexFollower.start(folder, models));
    }

    /** What is asked of an index. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ServedIndex served) throws IOException;
    }

    /** Asks the index that is served now; it stays open for the length of the call. */
    public <T> T read(Reading<T> reading) throws IOException {
        ServedIndex served = follower.acquire();
        try {
            return reading.of(served);
        } finally {
            served.release();
        }
    }

    /**
     * Makes changes, all of them or, where the disk is full, none. Returns once they are seen by queries; after a minute, which only a
     * long queue of other changes takes, without that.
     *
     * @return whether queries of this program see them
     * @throws BadDataException if they are on the disk, and could not be indexed
     * @throws IllegalArgumentException if an id is longer than an index takes; nothing is written then
     */
    public boolean write(List<? extends Change> changes) throws IOException {
        changes.forEach(LiveLibrary::requireIndexable);
        return follower.await(journal.append(changes), PATIENCE);
    }

    private static void requireIndexable(Change change) {
        switch (change) {
            case Change.PutPaper put -> requireIndexable(put.paper().id());
            case Change.PutLabel put -> requireIndexable(put.label().id());
            default -> {} // of records that are there
        }
    }

    private static void requireIndexable(String id) {
        if (!CollectionRecord.canBeIndexed(id)) {
            throw new IllegalArgumentException(CollectionRecord.tooLong(id));
        }
    }

    /** Keeps somebody's word on a result; it is on the disk when the call returns. */
    public void give(Verdict verdict) throws IOException {
        journal.append(List.of(new Change.GiveFeedback(verdict)));
    }

    /** The feedback that counts, of several verdicts on the same result the last. */
    public List<Verdict> feedback() throws IOException {
        return journal.feedback();
    }

    /** Why changes are not indexed at present, such as a full disk; empty if they are. They are in the journal all the same. */
    public Optional<String> trouble() {
        return follower.trouble();
    }

    @Override
    public void close() throws IOException {
        follower.close();
    }
}
