package io.github.scimult.server.encoding;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Texts of one client, which are encoded in one or several pieces. Used by one thread at a time. */
final class EncodingRequest {
    /** A request of no more texts than this goes before others: it is a search, or about one paper. */
    private static final int MAX_TEXTS_OF_QUERY = 4;

    /** What an encoder reads of a text, at most; longer ones are truncated and cost no more. */
    private static final int MAX_CHARACTERS_READ = 3_000;

    private final List<SegmentedText> texts;
    private final Purpose purpose;
    private final Map<Task, float[][]> vectors = new LinkedHashMap<>();
    private final CompletableFuture<Map<Task, float[][]>> answer = new CompletableFuture<>();
    private int taken;

    EncodingRequest(List<SegmentedText> texts, Purpose purpose) {
        this.texts = List.copyOf(texts);
        this.purpose = purpose;
        purpose.tasks().forEach(task -> vectors.put(task, new float[texts.size()][]));
    }

    /** What texts are embedded for, one task or several at once; requests of the same purpose share a batch. */
    record Purpose(List<Task> tasks, boolean marked) {
        Map<Task, float[][]> vectors(TextEncoder encoder, List<SegmentedText> texts) {
            if (tasks.size() > 1) {
                return encoder.encode(texts, tasks);
            }
            Task task = tasks.getFirst();
            return Map.of(task, marked ? encoder.encodeMarked(texts, task) : encoder.encode(texts, task));
        }
    }

    /** Some of a request's texts, that are encoded together. */
    record Piece(EncodingRequest request, int from, int to) {
        List<SegmentedText> texts() {
            return request.texts.subList(from, to);
        }

        int characters() {
            return texts().stream().mapToInt(EncodingRequest::cost).sum();
        }

        Purpose purpose() {
            return request.purpose;
        }

        /** Takes the vectors of its texts from those of a batch. @return where the next piece's begin */
        int fill(Map<Task, float[][]> batch, int start) {
            request.vectors.forEach((task, own) -> System.arraycopy(batch.get(task), start, own, from, to - from));
            if (to == request.texts.size()) {
                request.answer.complete(request.vectors);
            }
            return start + to - from;
        }

        void fail(Throwable failure) {
            request.fail(failure);
        }
    }

    private static int cost(SegmentedText text) {
        return Math.min(1 + text.plain().length(), MAX_CHARACTERS_READ);
    }

    boolean isQuery() {
        return texts.size() <= MAX_TEXTS_OF_QUERY;
    }

    Purpose purpose() {
        return purpose;
    }

    /** The number of texts that wait. */
    int waiting() {
        return texts.size() - taken;
    }

    /** Takes the next texts: as many as have no more characters than that together, and the first in any case. */
    Piece take(int characters) {
        int from = taken;
        int sum = 0;
        while (taken < texts.size() && (taken == from || sum + cost(texts.get(taken)) <= characters)) {
            sum += cost(texts.get(taken++));
        }
        return new Piece(this, from, taken);
    }

    /** Whether its next text has no more characters than that. */
    boolean fits(int characters) {
        return taken < texts.size() && cost(texts.get(taken)) <= characters;
    }

    /** All of its characters that wait. */
    int characters() {
        return texts.subList(taken, texts.size()).stream()
                .mapToInt(EncodingRequest::cost)
                .sum();
    }

    /** Whether nothing more of it is to be encoded. */
    boolean isDone() {
        return taken == texts.size() || answer.isDone();
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    CompletableFuture<Map<Task, float[][]>> answer() {
        return answer;
    }
}
