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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An encoder in front of another one that computes one batch at a time: while it computes, what others ask for waits, and
 * goes through it together next. So a lone client waits for nobody, and many clients get batches. What waits is bounded;
 * beyond that a call is refused at once.
 */
public final class BatchingEncoder implements TextEncoder {
    private final TextEncoder encoder;
    private final int mostWaiting;
    private final int batchCharacters;
    private final ArrayDeque<Request> waiting = new ArrayDeque<>();
    private final Thread worker;
    private int waitingTexts;
    private boolean closed;

    /**
     * Begins to work.
     *
     * @param encoder stays the caller's to close, after this one
     * @param mostWaiting at most so many texts wait
     * @param batchCharacters at most so many characters of several requests go through together
     */
    public BatchingEncoder(TextEncoder encoder, int mostWaiting, int batchCharacters) {
        this.encoder = encoder;
        this.mostWaiting = mostWaiting;
        this.batchCharacters = batchCharacters;
        this.worker = Thread.ofPlatform().name("encoder").daemon().start(this::work);
    }

    private record Request(List<SegmentedText> texts, Task task, int characters, CompletableFuture<float[][]> vectors) {
        static Request of(List<SegmentedText> texts, Task task) {
            int characters =
                    texts.stream().mapToInt(text -> text.plain().length()).sum();
            return new Request(List.copyOf(texts), task, characters, new CompletableFuture<>());
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

    /**
     * As the encoder behind, when its turn comes.
     *
     * @throws OverloadedException if too many texts wait already
     */
    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        Request request = Request.of(texts, task);
        synchronized (waiting) {
            if (closed) {
                throw new OverloadedException("the server is stopping");
            }
            if (waitingTexts > 0 && waitingTexts + texts.size() > mostWaiting) {
                throw new OverloadedException(waitingTexts + " texts wait to be embedded already");
            }
            waiting.add(request);
            waitingTexts += texts.size();
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

    /** How many texts wait. */
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

    /** The requests that go through next, all of one task: the oldest, and what fits beside it. Empty at the end. */
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
                        || (request.task().equals(batch.getFirst().task())
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
            float[][] vectors = encoder.encode(texts, batch.getFirst().task());
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

    /** Ends what waits, takes nothing new, and returns when all is done. */
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
