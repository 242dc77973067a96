package io.github.scimult.core.embedding;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;

/**
 * The port behind which an encoder stands: texts and a task in, vectors out. Evaluation, indexing and serving know
 * nothing more of a model, so any peer can be measured through it.
 */
public interface TextEncoder extends AutoCloseable {
    /** What the encoder is called in reports. */
    String name();

    /** The number of components of an embedding. */
    int dimension();

    /** How two embeddings of this encoder are to be compared. */
    Similarity similarity();

    /**
     * The embeddings of texts for a task, in the texts' order; not normalised.
     *
     * @param texts any number of texts of any length; longer ones are truncated by the encoder
     * @param task chooses the expert or the instruction
     * @return (texts, dimension)
     */
    float[][] encode(List<SegmentedText> texts, Task task);

    @Override
    default void close() {}
}
