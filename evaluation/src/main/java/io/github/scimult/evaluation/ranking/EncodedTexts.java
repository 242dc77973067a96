package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import java.util.Map;

/** What an encoder gives for texts, checked: encoders come from outside, too. */
final class EncodedTexts {
    private EncodedTexts() {}

    /**
     * The vectors of texts for tasks.
     *
     * @return by task (texts, dimension)
     * @throws IllegalStateException if the encoder gives another number of vectors
     */
    static Map<Task, float[][]> of(TextEncoder encoder, List<SegmentedText> texts, List<Task> tasks) {
        Map<Task, float[][]> vectors = encoder.encode(texts, tasks);
        for (Task task : tasks) {
            int given = vectors.containsKey(task) ? vectors.get(task).length : 0;
            if (given != texts.size()) {
                throw new IllegalStateException(
                        "the encoder " + encoder.name() + " gave " + given + " vectors for " + texts.size() + " texts");
            }
        }
        return vectors;
    }
}
