package io.github.scimult.library.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Keeps the served index up to date in a thread of its own: brings the journal's changes into it, or sees what another program brought
 * in, and changes over to a newer index once that holds all that this one holds.
 */
final class IndexFollower implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final LibraryFolder folder;
    private final ModelOpener models;
    private final Thread thread;
    private final RefusedChanges refused = new RefusedChanges();
    private volatile ServedIndex served;
    private volatile String trouble;
    private volatile boolean closed;
    private JournalIndexing indexing;
    private CompletableFuture<ServedIndex> opening;
    private ServedIndex newer;
    private JournalIndexing next;

    private IndexFollower(LibraryFolder folder, ModelOpener models, ServedIndex served) {
        this.folder = folder;
        this.models = models;
        this.served = served;
        this.indexing = new JournalIndexing(served, folder.journal(), refused);
        this.thread = Thread.ofPlatform().name("library").daemon().unstarted(this::follow);
    }

    static IndexFollower start(LibraryFolder folder, ModelOpener models) throws IOException {
        ServedIndex first = ServedIndex.open(folder.index(), models);
        IndexFollower follower = new IndexFollower(folder, models, first);
        try {
            follower.indexing.catchUp();
        } catch (IOException | RuntimeException failure) {
            follower.indexing.close();
            first.release();
            throw failure;
        }
        follower.thread.start();
        return follower;
    }

    /** The index that is served now, kept open until it is released. */
    ServedIndex acquire() {
        ServedIndex now = served;
        while (!now.acquire()) {
            if (closed) {
                throw new IllegalStateException("the library is closed");
            }
            now = served;
        }
        return now;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * Waits until queries see a change.
     *
     * @return whether they do
     */
    boolean await(long change, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            notifyAll();
            while (seen() < change && System.nanoTime() < end && !closed) {
                try {
                    wait(PAUSE_MILLIS);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        refused.requireAccepted(change);
        return seen() >= change;
    }

    private synchronized long seen() {
        return indexing.seen();
    }

    private void follow() {
        while (!closed) {
            long pause = PAUSE_MILLIS;
            try {
                changeOver();
                boolean worked = indexing.step();
                trouble = null;
                pause = worked ? 0 : PAUSE_MILLIS;
            } catch (IOException | RuntimeException failure) {
                trouble = failure.getMessage() == null ? failure.toString() : failure.getMessage();
                pause = PAUSE_AFTER_FAILURE_MILLIS;
            }
            synchronized (this) {
                notifyAll(); // those that wait for a change
                pause(pause);
            }
        }
    }

    private void pause(long millis) {
        if (millis > 0 && !closed) {
            try {
                wait(millis);
            } catch (InterruptedException stopped) {
                closed = true;
            }
        }
    }

    /** Opens a newer index in the background, and serves it once it holds what the present one holds. */
    private void changeOver() throws IOException {
        Path wanted = folder.index();
        if (opening == null && next == null && !wanted.equals(served.folder())) {
            opening = CompletableFuture.supplyAsync(() -> opened(wanted));
        }
        if (opening != null && opening.isDone()) {
            CompletableFuture<ServedIndex> done = opening;
            opening = null;
            newer = opened(done, wanted);
            next = new JournalIndexing(newer, folder.journal(), refused);
        }
        if (next != null) {
            next.catchUp();
            if (next.seen() >= indexing.seen()) {
                serveNewer();
            }
        }
    }

    private static ServedIndex opened(CompletableFuture<ServedIndex> done, Path index) throws IOException {
        try {
            return done.join();
        } catch (CompletionException failed) {
            throw new IOException(
                    index + " could not be served: " + failed.getCause().getMessage(), failed);
        }
    }

    private void serveNewer() throws IOException {
        ServedIndex old = served;
        JournalIndexing before = indexing;
        synchronized (this) {
            served = newer;
            indexing = next;
            newer = null;
            next = null;
        }
        before.close();
        old.release();
    }

    private ServedIndex opened(Path index) {
        try {
            return ServedIndex.open(index, models);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        synchronized (this) {
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (opening != null) {
            var _ = opening.handle((unused, failure) -> failure == null && drop(unused));
        }
        if (next != null) {
            next.close();
            newer.release();
        }
        indexing.close();
        served.release();
    }

    private static boolean drop(ServedIndex unused) {
        try {
            unused.release();
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
