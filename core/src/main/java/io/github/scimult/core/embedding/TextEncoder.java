package io.github.scimult.core.embedding;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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

    /**
     * As {@link #encode(List, Task)}, but {@code [SEP]} and its like inside the texts are special tokens, as some test
     * collections have them.
     */
    default float[][] encodeMarked(List<SegmentedText> texts, Task task) {
        return encode(texts, task);
    }

    /** How many tokens of texts are read, special ones included; 0 where the encoder knows of none. */
    default long tokens(List<SegmentedText> texts) {
        return 0;
    }

    /** The maximum number of tokens that are read of a text, special ones included; empty where the encoder knows of none. */
    default OptionalInt maxTokens() {
        return OptionalInt.empty();
    }

    /** Whether a text is longer than what is read of it. */
    default boolean truncates(SegmentedText text) {
        return false;
    }

    /**
     * Whether nothing of a text is read, so that it has the vector of an empty one: it is blank, or of characters alone that become no
     * token, such as zero-width ones.
     */
    default boolean readsNothingOf(SegmentedText text) {
        return text.segments().stream().allMatch(segment -> readsNothing(segment, text.role()));
    }

    private boolean readsNothing(String segment, TextRole role) {
        if (segment.chars().anyMatch(Character::isLetterOrDigit)) {
            return false; // each tokenizer has a token for these, if only for an unknown one
        }
        long empty = tokens(List.of(new SegmentedText(List.of(), role)));
        boolean counts = tokens(List.of(new SegmentedText(List.of("a"), role))) > empty;
        return counts && tokens(List.of(new SegmentedText(List.of(segment), role))) == empty;
    }

    /**
     * The name of a task's vector space. Tasks of the same space have the same vectors for a text, so that one of them is enough
     * to keep.
     */
    default String space(Task task) {
        return task.name();
    }

    /**
     * The embeddings of texts for several tasks; an encoder may compute at once what the tasks share.
     *
     * @param tasks each once
     * @return by task, what {@link #encode(List, Task)} gives for it
     */
    default Map<Task, float[][]> encode(List<SegmentedText> texts, List<Task> tasks) {
        Map<Task, float[][]> vectors = new LinkedHashMap<>();
        tasks.forEach(task -> vectors.put(task, encode(texts, task)));
        return vectors;
    }

    @Override
    default void close() {}
}
