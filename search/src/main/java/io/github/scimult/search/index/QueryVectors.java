package io.github.scimult.search.index;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.field.IndexField;
import java.util.List;

/**
 * The vectors that queries are looked for with.
 *
 * @param encoder of the index's model
 */
record QueryVectors(TextEncoder encoder) {
    /** As the index compares it. */
    float[] of(Task task, SegmentedText text) {
        return similarity().prepared(encoder.encode(List.of(text), task)[0]);
    }

    Similarity similarity() {
        return encoder.similarity();
    }

    /** The field of the records' vectors for a task. */
    String field(Task task, String type) {
        return IndexField.vector(encoder.space(task), type);
    }
}
