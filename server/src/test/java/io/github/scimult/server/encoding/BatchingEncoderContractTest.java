package io.github.scimult.server.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.TextEncoderContract;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that are put together give what they give alone. */
class BatchingEncoderContractTest extends TextEncoderContract {
    @Override
    protected TextEncoder open() {
        return new BatchingEncoder(new WordCountEncoder(), 1_000, 500, 100);
    }

    @Test
    void marksInATextReachTheEncoderBehind() {
        try (BatchingEncoder encoder = new BatchingEncoder(new OfMarks(), 10, 500, 100)) {
            List<SegmentedText> text = List.of(SegmentedText.of("a [SEP] b"));
            assertThat(encoder.encodeMarked(text, Task.LINK)[0]).containsExactly(1);
            assertThat(encoder.encode(text, Task.LINK)[0]).containsExactly(0);
        }
    }

    /** Tells marked texts from others. */
    private static final class OfMarks extends OneNumber {
        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            return new float[texts.size()][1];
        }

        @Override
        public float[][] encodeMarked(List<SegmentedText> texts, Task task) {
            return texts.stream().map(text -> new float[] {1}).toArray(float[][]::new);
        }
    }
}
