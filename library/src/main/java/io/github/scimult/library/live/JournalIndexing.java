package io.github.scimult.library.live;

import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.ChangeSet;
import io.github.scimult.core.journal.Journal;
import io.github.scimult.core.journal.JournalReader;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.search.index.IndexUpdate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Brings a journal's changes into an index. One program does so at a time, the first that comes; the others see what it commits, and
 * one of them takes over when it ends. Not for use by several threads, but for {@link #seen}.
 */
final class JournalIndexing implements AutoCloseable {
    /** So many are brought in before queries see them. */
    private static final int CHANGES_A_COMMIT = 32;

    private final ServedIndex served;
    private final Journal journal;
    private final RefusedChanges refused;
    private IndexUpdate update; // null while another program changes the index
    private JournalReader reader;
    private volatile long seen;

    JournalIndexing(ServedIndex served, Journal journal, RefusedChanges refused) {
        this.served = served;
        this.journal = journal;
        this.refused = refused;
    }

    /** The number of the last change set that queries see. */
    long seen() {
        return seen;
    }

    /** Brings in what there is, unless another program does. */
    void catchUp() throws IOException {
        look();
        while (step()) {
            // the next ones
        }
    }

    /**
     * Brings in a few change sets.
     *
     * @return whether there were any
     */
    boolean step() throws IOException {
        if (update == null && !begin()) {
            look();
            return false;
        }
        try {
            return bringIn();
        } catch (IOException | RuntimeException | Error failure) {
            close(); // what is not committed is brought in again
            throw failure;
        }
    }

    private boolean begin() throws IOException {
        Optional<IndexUpdate> free = IndexUpdate.openIfFree(
                served.folder(), served.encoder(), served.model().fingerprint());
        if (free.isEmpty()) {
            return false;
        }
        update = free.get();
        reader = journal.after(update.change());
        look();
        return true;
    }

    /** Sees what is committed. */
    private void look() throws IOException {
        served.index().refresh();
        seen = Math.max(seen, served.index().change());
    }

    private boolean bringIn() throws IOException {
        int changes = 0;
        Optional<ChangeSet> next = reader.next();
        if (next.isEmpty()) {
            return false;
        }
        while (next.isPresent()) {
            apply(next.get());
            changes += next.get().changes().size();
            next = changes < CHANGES_A_COMMIT ? reader.next() : Optional.empty();
        }
        update.commit(reader.last()); // also where the index did not change: other programs wait for the number
        served.index().refresh();
        seen = Math.max(seen, reader.last());
        return true;
    }

    private void apply(ChangeSet set) throws IOException {
        List<Change> changes = set.changes().stream()
                .filter(change -> !(change instanceof Change.GiveFeedback))
                .toList();
        try {
            update.apply(changes);
        } catch (IllegalArgumentException | BadDataException wrong) {
            // One bad change never costs the others.
            for (Change change : changes) {
                applyAlone(set.number(), change);
            }
        }
    }

    private void applyAlone(long number, Change change) throws IOException {
        try {
            update.apply(List.of(change));
        } catch (IllegalArgumentException | BadDataException wrong) {
            refused.add(number, wrong.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (update != null) {
            update.close();
            update = null;
        }
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
