package io.github.scimult.server.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the encoder behind does, nobody waits for ever. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EncoderFailureTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** Fails by the text's own words. */
    private final TextEncoder failing = new OneNumber() {
        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            for (SegmentedText text : texts) {
                act(text.plain());
            }
            return lengths(texts);
        }
    };

    private void act(String text) {
        switch (text) {
            case "interrupt" -> Thread.currentThread().interrupt();
            case "bad" -> throw new IllegalArgumentException("a bad text");
            case "deep" -> throw new StackOverflowError();
            case "end" -> throw new InternalError("the virtual machine is broken");
            case "wait" -> await();
            default -> {}
        }
    }

    private void await() {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static float[][] encode(BatchingEncoder encoder, String... texts) {
        return encoder.encode(List.of(texts).stream().map(SegmentedText::of).toList(), Task.SEARCH);
    }

    private BatchingEncoder start() {
        return new BatchingEncoder(failing, 100, 1_000, 100);
    }

    @Test
    void anEncoderThatLeavesItsThreadInterruptedServesOn() {
        try (BatchingEncoder encoder = start()) {
            encode(encoder, "interrupt");
            assertThat(encode(encoder, "good")).isDeepEqualTo(new float[][] {{4}});
            assertThat(encoder.trouble()).isEmpty();
        }
    }

    @Test
    void aTextThatOverflowsTheStackEndsItsRequestAlone() {
        try (BatchingEncoder encoder = start()) {
            assertThatThrownBy(() -> encode(encoder, "deep")).hasRootCauseInstanceOf(StackOverflowError.class);
            assertThat(encode(encoder, "good")).isDeepEqualTo(new float[][] {{4}});
            assertThat(encoder.trouble()).isEmpty();
        }
    }

    @Test
    void whoSharesABatchWithABadTextIsServed() throws Exception {
        try (BatchingEncoder encoder = start()) {
            CompletableFuture<float[][]> first = CompletableFuture.supplyAsync(() -> encode(encoder, "wait"));
            begun.await();
            CompletableFuture<float[][]> bad = CompletableFuture.supplyAsync(() -> encode(encoder, "bad"));
            CompletableFuture<float[][]> good = CompletableFuture.supplyAsync(() -> encode(encoder, "good"));
            while (encoder.waiting() < 2) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();
            assertThat(first.get()).isDeepEqualTo(new float[][] {{4}});
            assertThat(good.get()).isDeepEqualTo(new float[][] {{4}});
            assertThatThrownBy(bad::get).hasRootCauseMessage("a bad text");
        }
    }

    @Test
    void oneThatIsBrokenFailsWhoWaitsAtOnceAndSaysSo() throws Exception {
        try (BatchingEncoder encoder = start()) {
            CompletableFuture<float[][]> first = CompletableFuture.supplyAsync(() -> encode(encoder, "wait", "end"));
            begun.await();
            CompletableFuture<float[][]> waiting = CompletableFuture.supplyAsync(() -> encode(encoder, "good"));
            while (encoder.waiting() < 1) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();
            assertThatThrownBy(first::get).hasRootCauseMessage("the virtual machine is broken");
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(EncoderStoppedException.class);
            assertThatThrownBy(() -> encode(encoder, "good")).isInstanceOf(EncoderStoppedException.class);
            assertThat(encoder.trouble().orElseThrow()).contains("the virtual machine is broken", "started anew");
        }
    }

    @Test
    void whatIsAbandonedFailsAndIsNotEncodedAnyFurther() throws Exception {
        BatchingEncoder encoder = start();
        CompletableFuture<float[][]> first = CompletableFuture.supplyAsync(() -> encode(encoder, "wait"));
        begun.await();
        CompletableFuture<float[][]> waiting = CompletableFuture.supplyAsync(() -> encode(encoder, "end"));
        while (encoder.waiting() < 1) {
            Thread.onSpinWait();
        }
        encoder.abandon();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(OverloadedException.class);
        assertThatThrownBy(() -> encode(encoder, "good")).isInstanceOf(OverloadedException.class);
        mayEnd.countDown();
        assertThat(first.get()).isDeepEqualTo(new float[][] {{4}});
        encoder.close();
        assertThat(encoder.trouble())
                .as("the text that ends all was not encoded")
                .isEmpty();
    }
}
