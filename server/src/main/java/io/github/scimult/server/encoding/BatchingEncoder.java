package io.github.scimult.server.encoding;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.encoding.EncodingRequest.Piece;
import io.github.scimult.server.encoding.EncodingRequest.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Encodes the requests of many clients in batches, by an encoder that computes one batch at a time. Requests that arrive
 * while it computes are queued and encoded together next, so that a single client never waits and many clients get batches.
 * Queries go before bulk requests, which are cut into pieces that take a bounded time. The queue is bounded; a request that
 * does not fit is refused at once.
 */
public final class BatchingEncoder implements TextEncoder {
    /** A batch takes a fraction of a second; one that takes so long will not end. */
    private static final long STUCK_SECONDS = 120;

    private static final String STOPPING = "the server is stopping";

    private final TextEncoder encoder;
    private final EncodingQueue queue;
    private final Pace pace;
    private final Thread worker;
    private boolean closed;
    private EncoderStoppedException stopped;
    private long batchStarted;
    private boolean computing;

    /**
     * Starts the worker.
     *
     * @param encoder closed by the caller, after this one
     * @param maxWaiting the maximum number of queued texts, of queries and of bulk requests each
     * @param batchCharacters the maximum number of characters in a batch of several texts
     * @param pieceMillis the time in which a piece of a bulk request is to be encoded
     */
    public BatchingEncoder(TextEncoder encoder, int maxWaiting, int batchCharacters, int pieceMillis) {
        this.encoder = encoder;
        this.queue = new EncodingQueue(maxWaiting, batchCharacters);
        this.pace = new Pace(pieceMillis);
        this.worker = Thread.ofPlatform().name("encoder").daemon().start(this::work);
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public Similarity similarity() {
        return encoder.similarity();
    }

    @Override
    public String space(Task task) {
        return encoder.space(task);
    }

    @Override
    public long tokens(List<SegmentedText> texts) {
        return encoder.tokens(texts);
    }

    @Override
    public OptionalInt maxTokens() {
        return encoder.maxTokens();
    }

    @Override
    public boolean truncates(SegmentedText text) {
        return encoder.truncates(text);
    }

    /**
     * Waits for its turn, then returns what the encoder behind returns.
     *
     * @throws OverloadedException if the queue is full or closed
     * @throws EncoderStoppedException if the encoder has ended by a failure
     */
    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        return inTurn(texts, new Purpose(List.of(task), false)).get(task);
    }

    @Override
    public float[][] encodeMarked(List<SegmentedText> texts, Task task) {
        return inTurn(texts, new Purpose(List.of(task), true)).get(task);
    }

    /** As {@link #encode(List, Task)}; the encoder behind computes once what the tasks share. */
    @Override
    public Map<Task, float[][]> encode(List<SegmentedText> texts, List<Task> tasks) {
        return tasks.isEmpty() ? Map.of() : inTurn(texts, new Purpose(List.copyOf(tasks), false));
    }

    private Map<Task, float[][]> inTurn(List<SegmentedText> texts, Purpose purpose) {
        EncodingRequest request = new EncodingRequest(texts, purpose);
        synchronized (queue) {
            if (closed) {
                throw new OverloadedException(STOPPING);
            }
            if (stopped != null) {
                throw stopped;
            }
            queue.add(request);
            queue.notifyAll();
        }
        try {
            return request.answer().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** The number of queued texts. */
    public int waiting() {
        synchronized (queue) {
            return queue.texts();
        }
    }

    /** Why nothing is encoded any more; empty while all is well. */
    public Optional<String> trouble() {
        synchronized (queue) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - batchStarted);
            if (stopped != null) {
                return Optional.of(stopped.getMessage());
            }
            return computing && seconds > STUCK_SECONDS
                    ? Optional.of("the encoder has computed one batch for " + seconds + " s")
                    : Optional.empty();
        }
    }

    /** Whatever ends this, nobody waits for it any longer. */
    private void work() {
        try {
            for (List<Piece> batch = next(); !batch.isEmpty(); batch = next()) {
                compute(batch);
            }
        } catch (Throwable failure) {
            stop(failure);
        }
    }

    private void stop(Throwable failure) {
        synchronized (queue) {
            stopped = new EncoderStoppedException(
                    "the encoder has ended by a failure, and the server must be started anew: " + failure, failure);
            computing = false;
            queue.fail(stopped);
        }
    }

    /** The next batch; empty at the end. */
    private List<Piece> next() {
        synchronized (queue) {
            computing = false;
            queue.dropFailed();
            while (queue.isEmpty() && !closed) {
                try {
                    queue.wait();
                } catch (InterruptedException leftOver) {
                    // Nobody but close() ends this thread; an encoder that meets an interruption may leave the flag
                    // set.
                }
            }
            if (queue.isEmpty()) {
                return List.of();
            }
            computing = true;
            batchStarted = System.nanoTime();
            return queue.next(pace.pieceCharacters());
        }
    }

    private void compute(List<Piece> batch) {
        try {
            long started = System.nanoTime();
            encode(batch);
            int characters = batch.stream().mapToInt(Piece::characters).sum();
            pace.learn(characters, System.nanoTime() - started);
        } catch (RuntimeException | Error failure) {
            if (endsAll(failure)) {
                batch.forEach(piece -> piece.fail(failure));
                throw failure;
            }
            failOrRepeat(batch, failure);
        }
    }

    /** Whether memory or the virtual machine itself failed, so that nothing that follows can be relied on. */
    private static boolean endsAll(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }

    private void encode(List<Piece> batch) {
        List<SegmentedText> texts =
                batch.stream().flatMap(piece -> piece.texts().stream()).toList();
        Map<Task, float[][]> vectors = batch.getFirst().purpose().vectors(encoder, texts);
        int start = 0;
        for (Piece piece : batch) {
            start = piece.fill(vectors, start);
        }
    }

    /** A text that cannot be encoded is its own client's trouble alone. */
    private void failOrRepeat(List<Piece> batch, Throwable failure) {
        if (batch.size() == 1) {
            batch.getFirst().fail(failure);
        } else {
            batch.forEach(piece -> compute(List.of(piece)));
        }
    }

    /** Refuses new requests, and fails those that are queued or under way. */
    public void abandon() {
        synchronized (queue) {
            closed = true;
            queue.fail(new OverloadedException(STOPPING));
            queue.notifyAll();
        }
    }

    /** Refuses new requests, encodes the queued ones, and returns when all are done. */
    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
            queue.notifyAll();
        }
        try {
            worker.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
