package io.github.scimult.server.encoding;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Encodes the requests of many clients in batches, by an encoder that computes one batch at a time. Requests that arrive
 * while it computes are queued and encoded together next, so that a single client never waits and many clients get batches.
 * The queue is bounded; a request that does not fit is refused at once.
 */
public final class BatchingEncoder implements TextEncoder {
    private final TextEncoder encoder;
    private final int maxWaiting;
    private final int batchCharacters;
    private final ArrayDeque<Request> waiting = new ArrayDeque<>();
    private final Thread worker;
    private int waitingTexts;
    private boolean closed;

    /**
     * Starts the worker.
     *
     * @param encoder closed by the caller, after this one
     * @param maxWaiting the maximum number of queued texts
     * @param batchCharacters the maximum number of characters in a batch of several requests
     */
    public BatchingEncoder(TextEncoder encoder, int maxWaiting, int batchCharacters) {
        this.encoder = encoder;
        this.maxWaiting = maxWaiting;
        this.batchCharacters = batchCharacters;
        this.worker = Thread.ofPlatform().name("encoder").daemon().start(this::work);
    }

    /** What texts are embedded for; requests of the same purpose share a batch. */
    private record Purpose(Task task, boolean marked) {
        float[][] vectors(TextEncoder encoder, List<SegmentedText> texts) {
            return marked ? encoder.encodeMarked(texts, task) : encoder.encode(texts, task);
        }
    }

    private record Request(
            List<SegmentedText> texts, Purpose purpose, int characters, CompletableFuture<float[][]> vectors) {
        static Request of(List<SegmentedText> texts, Purpose purpose) {
            int characters =
                    texts.stream().mapToInt(text -> text.plain().length()).sum();
            return new Request(List.copyOf(texts), purpose, characters, new CompletableFuture<>());
        }
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
     */
    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        return inTurn(Request.of(texts, new Purpose(task, false)));
    }

    @Override
    public float[][] encodeMarked(List<SegmentedText> texts, Task task) {
        return inTurn(Request.of(texts, new Purpose(task, true)));
    }

    private float[][] inTurn(Request request) {
        synchronized (waiting) {
            if (closed) {
                throw new OverloadedException("the server is stopping");
            }
            if (waitingTexts > 0 && waitingTexts + request.texts().size() > maxWaiting) {
                throw new OverloadedException(waitingTexts + " texts wait to be embedded already");
            }
            waiting.add(request);
            waitingTexts += request.texts().size();
            waiting.notifyAll();
        }
        try {
            return request.vectors().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** The number of queued texts. */
    public int waiting() {
        synchronized (waiting) {
            return waitingTexts;
        }
    }

    private void work() {
        for (List<Request> batch = next(); !batch.isEmpty(); batch = next()) {
            compute(batch);
        }
    }

    /** Takes the next batch, of one purpose: the oldest request and those that fit beside it. Empty at the end. */
    private List<Request> next() {
        synchronized (waiting) {
            while (waiting.isEmpty() && !closed) {
                try {
                    waiting.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return List.of();
                }
            }
            List<Request> batch = new ArrayList<>();
            int characters = 0;
            Iterator<Request> each = waiting.iterator();
            while (each.hasNext()) {
                Request request = each.next();
                boolean fits = batch.isEmpty()
                        || (request.purpose().equals(batch.getFirst().purpose())
                                && characters + request.characters() <= batchCharacters);
                if (fits) {
                    batch.add(request);
                    characters += request.characters();
                    waitingTexts -= request.texts().size();
                    each.remove();
                }
            }
            return batch;
        }
    }

    private void compute(List<Request> batch) {
        try {
            List<SegmentedText> texts =
                    batch.stream().flatMap(request -> request.texts().stream()).toList();
            float[][] vectors = batch.getFirst().purpose().vectors(encoder, texts);
            int from = 0;
            for (Request request : batch) {
                int to = from + request.texts().size();
                request.vectors().complete(Arrays.copyOfRange(vectors, from, to));
                from = to;
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(request -> request.vectors().completeExceptionally(failure));
        }
    }

    /** Refuses new requests, encodes the queued ones, and returns when all are done. */
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
        try {
            worker.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
