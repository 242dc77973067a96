package io.github.scimult.server.monitoring;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.live.OpenModel;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** A model whose encoder is watched: how many texts and tokens it reads, and how long a batch takes. */
record MeteredModel(OpenModel model, EncoderMeters meters) implements OpenModel {
    @Override
    public TextEncoder encoder() {
        return new Metered(model.encoder(), meters);
    }

    @Override
    public String fingerprint() {
        return model.fingerprint();
    }

    @Override
    public void close() {
        model.close();
    }

    private record Metered(TextEncoder encoder, EncoderMeters meters) implements TextEncoder {
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

        @Override
        public String space(Task task) {
            return encoder.space(task);
        }

        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            return metered(texts, () -> encoder.encode(texts, task));
        }

        @Override
        public float[][] encodeMarked(List<SegmentedText> texts, Task task) {
            return metered(texts, () -> encoder.encodeMarked(texts, task));
        }

        @Override
        public Map<Task, float[][]> encode(List<SegmentedText> texts, List<Task> tasks) {
            return metered(texts, () -> encoder.encode(texts, tasks));
        }

        private <T> T metered(List<SegmentedText> texts, Supplier<T> encoding) {
            T vectors = meters.batches().record(encoding);
            meters.texts().increment(texts.size());
            meters.tokens().increment(encoder.tokens(texts));
            return vectors;
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
