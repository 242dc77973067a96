package io.github.scimult.server.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts that are asked for while the encoder computes go through it together next. */
class BatchingEncoderTest {
    private final List<String> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    /** A text's length as its vector; the first batch takes until it may end. */
    private final TextEncoder lengths = new OneNumber() {
        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            batches.add(task + ":" + texts.size());
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            if (texts.getFirst().plain().equals("bad")) {
                throw new IllegalArgumentException("a bad text");
            }
            return lengths(texts);
        }
    };

    @AfterEach
    void end() {
        mayEnd.countDown();
        clients.close();
    }

    private CompletableFuture<float[][]> ask(BatchingEncoder encoder, Task task, String... texts) {
        return CompletableFuture.supplyAsync(
                () -> encoder.encode(
                        List.of(texts).stream().map(SegmentedText::of).toList(), task),
                clients);
    }

    private static void awaitWaiting(BatchingEncoder encoder, int texts) {
        while (encoder.waiting() < texts) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWaitsGoesThroughTogetherTaskByTask() throws Exception {
        try (BatchingEncoder encoder = new BatchingEncoder(lengths, 100, 1000, 100)) {
            CompletableFuture<float[][]> first = ask(encoder, Task.SEARCH, "a");
            begun.await();
            CompletableFuture<float[][]> second = ask(encoder, Task.SEARCH, "ab", "abc");
            awaitWaiting(encoder, 2);
            CompletableFuture<float[][]> other = ask(encoder, Task.LINK, "abcde");
            awaitWaiting(encoder, 3);
            CompletableFuture<float[][]> third = ask(encoder, Task.SEARCH, "abcd");
            awaitWaiting(encoder, 4);
            mayEnd.countDown();
            assertThat(first.get()).isDeepEqualTo(new float[][] {{1}});
            assertThat(second.get()).isDeepEqualTo(new float[][] {{2}, {3}});
            assertThat(third.get()).isDeepEqualTo(new float[][] {{4}});
            assertThat(other.get()).isDeepEqualTo(new float[][] {{5}});
            assertThat(batches).containsExactly("search:1", "search:3", "link:1");
        }
    }

    @Test
    void severalTasksAreOneCallOfTheEncoderBehindAlsoWithOthersTexts() throws Exception {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        TextEncoder sharing = new OneNumber() {
            @Override
            public float[][] encode(List<SegmentedText> texts, Task task) {
                return lengths.encode(texts, task);
            }

            @Override
            public Map<Task, float[][]> encode(List<SegmentedText> texts, List<Task> tasks) {
                calls.add(tasks + ":" + texts.size());
                Map<Task, float[][]> vectors = new HashMap<>();
                for (int i = 0; i < tasks.size(); i++) {
                    float factor = i + 1;
                    vectors.put(
                            tasks.get(i),
                            texts.stream()
                                    .map(text ->
                                            new float[] {factor * text.plain().length()})
                                    .toArray(float[][]::new));
                }
                return vectors;
            }
        };
        List<Task> tasks = List.of(Task.CLASSIFICATION, Task.LINK, Task.SEARCH);
        try (BatchingEncoder encoder = new BatchingEncoder(sharing, 100, 1000, 100)) {
            CompletableFuture<float[][]> first = ask(encoder, Task.SEARCH, "a");
            begun.await();
            List<CompletableFuture<Map<Task, float[][]>>> asked = new ArrayList<>();
            for (String text : List.of("ab", "abc")) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> encoder.encode(List.of(SegmentedText.of(text)), tasks), clients));
                awaitWaiting(encoder, asked.size());
            }
            mayEnd.countDown();
            first.get();
            assertThat(asked.getFirst().get().get(Task.LINK)).isDeepEqualTo(new float[][] {{4}});
            assertThat(asked.getLast().get().get(Task.SEARCH)).isDeepEqualTo(new float[][] {{9}});
            assertThat(calls).containsExactly(tasks + ":2");
        }
    }

    @Test
    void aBatchHoldsSoManyCharactersAtMost() throws Exception {
        try (BatchingEncoder encoder = new BatchingEncoder(lengths, 100, 5, 100)) {
            CompletableFuture<float[][]> first = ask(encoder, Task.SEARCH, "a");
            begun.await();
            CompletableFuture<float[][]> second = ask(encoder, Task.SEARCH, "abc");
            awaitWaiting(encoder, 1);
            CompletableFuture<float[][]> third = ask(encoder, Task.SEARCH, "abcd");
            awaitWaiting(encoder, 2);
            mayEnd.countDown();
            CompletableFuture.allOf(first, second, third).get();
            assertThat(batches).containsExactly("search:1", "search:1", "search:1");
        }
    }

    @Test
    void whatIsTooMuchIsRefusedAtOnce() throws Exception {
        try (BatchingEncoder encoder = new BatchingEncoder(lengths, 3, 1000, 100)) {
            CompletableFuture<float[][]> first = ask(encoder, Task.SEARCH, "a");
            begun.await();
            CompletableFuture<float[][]> second = ask(encoder, Task.SEARCH, "b", "c");
            awaitWaiting(encoder, 2);
            assertThatThrownBy(() -> ask(encoder, Task.SEARCH, "d", "e").join())
                    .hasCauseInstanceOf(OverloadedException.class);
            mayEnd.countDown();
            assertThat(first.get()).hasDimensions(1, 1);
            assertThat(second.get()).hasDimensions(2, 1);
        }
    }

    @Test
    void aFailureIsToldToItsOwnClientsAndTheNextAreServed() throws Exception {
        mayEnd.countDown();
        try (BatchingEncoder encoder = new BatchingEncoder(lengths, 3, 1000, 100)) {
            assertThatThrownBy(() -> ask(encoder, Task.SEARCH, "bad").join()).hasRootCauseMessage("a bad text");
            assertThat(ask(encoder, Task.SEARCH, "good").get()).isDeepEqualTo(new float[][] {{4}});
        }
    }
}
