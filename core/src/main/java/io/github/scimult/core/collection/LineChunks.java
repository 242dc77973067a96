package io.github.scimult.core.collection;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Sha256;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a file in chunks of whole lines: the chunks are worked on in parallel, what comes of them is taken in the
 * file's order. The content's digest is computed on the way: SHA-256 over the SHA-256 of each chunk, so it depends on
 * the content alone.
 */
final class LineChunks {
    /** Changes every fingerprint when it is changed. */
    private static final int CHUNK_BYTES = 4 << 20;

    static final int LONGEST_LINE_BYTES = 64 << 20;

    /** More threads than this would only wait for the disk, and their chunks must fit into a small heap. */
    private static final int MOST_THREADS = 8;

    private record Outcome<R>(R result, byte[] digest) {}

    private final MappedFile file;
    private long position;

    private LineChunks(MappedFile file) {
        this.file = file;
    }

    /**
     * Reads a whole file.
     *
     * @param work done with each chunk, in parallel
     * @param inOrder takes the results in the file's order, one after the other in the caller's thread
     * @return the digest of the file's content
     * @throws BadDataException if a line is longer than {@link #LONGEST_LINE_BYTES}
     */
    static <R> byte[] read(MappedFile file, Function<LineChunk, R> work, Consumer<R> inOrder) {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        MessageDigest digest = Sha256.digest();
        Queue<Future<Outcome<R>>> running = new ArrayDeque<>();
        LineChunks chunks = new LineChunks(file);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads, daemons())) {
            while (chunks.position < file.size() || !running.isEmpty()) {
                while (chunks.position < file.size() && running.size() <= threads) {
                    LineChunk chunk = chunks.next();
                    running.add(workers.submit(() -> new Outcome<>(work.apply(chunk), digestOf(chunk))));
                }
                Outcome<R> outcome = await(running.remove());
                digest.update(outcome.digest());
                inOrder.accept(outcome.result());
            }
        }
        return digest.digest();
    }

    private LineChunk next() {
        long start = position;
        long end = Math.min(start + CHUNK_BYTES, file.size());
        if (end < file.size()) {
            end = lineEndAround(start, end);
        }
        position = end;
        return new LineChunk(start, file.copy(start, Math.toIntExact(end - start)));
    }

    /** Behind the last line end before {@code wanted}; if a single line reaches across, behind its own end. */
    private long lineEndAround(long start, long wanted) {
        for (long end = wanted; end > start; end--) {
            if (file.at(end - 1) == '\n') {
                return end;
            }
        }
        for (long end = wanted; end < file.size(); end++) {
            if (file.at(end) == '\n') {
                return end + 1;
            }
            if (end - start > LONGEST_LINE_BYTES) {
                throw BadDataException.in(
                        file.file().path(),
                        file.lineOf(start),
                        "the line is longer than " + (LONGEST_LINE_BYTES >> 20)
                                + " MB. Every record stands in a line of its own; is this a .jsonl file at all?");
            }
        }
        return file.size();
    }

    private static byte[] digestOf(LineChunk chunk) {
        return Sha256.digest().digest(chunk.bytes());
    }

    private static <R> R await(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failure.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a collection", interrupted);
        }
    }

    private static ThreadFactory daemons() {
        return Thread.ofPlatform().daemon().name("collection-reader-", 0).factory();
    }
}
