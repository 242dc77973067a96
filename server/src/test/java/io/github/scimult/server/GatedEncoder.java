package io.github.scimult.server;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An encoder that computes only once it is let, so that a request is in progress for as long as a test wants. */
final class GatedEncoder implements TextEncoder {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    void awaitBegin() throws InterruptedException {
        begun.await();
    }

    void letGo() {
        open.countDown();
    }

    /** How often it was called. */
    int calls() {
        return calls.get();
    }

    @Override
    public String name() {
        return "gated";
    }

    @Override
    public int dimension() {
        return 64;
    }

    @Override
    public Similarity similarity() {
        return Similarity.COSINE;
    }

    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        calls.incrementAndGet();
        begun.countDown();
        try {
            open.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new float[texts.size()][64];
    }
}
