package io.github.scimult.server.route;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.PlainText;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Vectors of texts as clients of other servers ask for them: they know models, of which each task is one. */
record TaskVectors(TextEncoder encoder) {
    /** The header that says how many texts were cut. */
    private static final String TRUNCATED = "X-Truncated-Texts";

    static final List<Task> TASKS = List.of(Task.SEARCH, Task.LINK, Task.CLASSIFICATION);

    /** @throws ProblemException if no task has this name */
    static Task task(String name) {
        return TASKS.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.missing(
                        "there is no model '" + name + "': it is the task, one of search, link and classification"));
    }

    /** Texts as an encoder reads them, each being of one segment, without the markup of publishers. */
    static List<SegmentedText> texts(List<String> texts, TextRole role) {
        return texts.stream()
                .map(text -> new SegmentedText(List.of(PlainText.of(text)), role))
                .toList();
    }

    /** A query, and after it the texts that are ordered by it. Between papers, it is a paper as well. */
    static List<SegmentedText> queryAndTexts(String query, List<String> texts, Task task) {
        TextRole role = task.family() == TaskFamily.SEARCH ? TextRole.QUERY : TextRole.DOCUMENT;
        List<SegmentedText> all = new ArrayList<>(texts(List.of(query), role));
        all.addAll(texts(texts, TextRole.DOCUMENT));
        return all;
    }

    static float[][] unit(float[][] vectors) {
        return Arrays.stream(vectors).map(Similarity::unit).toArray(float[][]::new);
    }

    /** The cosines of texts with the query that is before them, in the texts' order. */
    double[] cosines(List<SegmentedText> queryAndTexts, Task task) {
        float[][] vectors = unit(encoder.encode(queryAndTexts, task));
        return Arrays.stream(vectors, 1, vectors.length)
                .mapToDouble(vector -> product(vector, vectors[0]))
                .toArray();
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** What is answered when texts are cut: the header's form. */
    static AnswerForm cutting(Class<?> answer) {
        return AnswerForm.json(answer)
                .withHeader(
                        TRUNCATED, "How many texts were cut, being longer than the model reads; missing if none was.");
    }

    /** An answer that says how many of the texts that were read were cut. */
    <A> Route.Headed<A> cut(A answer, List<SegmentedText> texts) {
        long cut = texts.stream().filter(encoder::truncates).count();
        return new Route.Headed<>(answer, cut == 0 ? Map.of() : Map.of(TRUNCATED, Long.toString(cut)));
    }

    /**
     * Requires that something of each text is read: the vector of an empty one says nothing.
     *
     * @param name of the field that has them
     * @throws ProblemException naming the first of which nothing is read
     */
    void requireWords(String name, List<SegmentedText> texts) {
        for (int i = 0; i < texts.size(); i++) {
            requireWords(name + "[" + i + "]", texts.get(i));
        }
    }

    /** As {@link #requireWords(String, List)}, of one text. */
    void requireWords(String name, SegmentedText text) {
        if (encoder.readsNothingOf(text)) {
            throw ProblemException.wrong(
                    "'" + name + "' is empty, or has no character that the model reads: leave it out");
        }
    }

    /** @throws ProblemException if vectors of another length are wanted than the model's */
    void requireDimension(Optional<Integer> wanted) {
        if (wanted.isPresent() && wanted.get() != encoder.dimension()) {
            throw ProblemException.wrong(
                    "'dimensions' can only be " + encoder.dimension() + ", as the model's vectors are");
        }
    }

    /**
     * Requires that texts are read whole, where a client wants no others.
     *
     * @param name of the field that has them
     * @throws ProblemException naming the first that would be cut
     */
    void requireWhole(String name, List<SegmentedText> texts, Optional<Boolean> truncate) {
        if (truncate.orElse(true)) {
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            if (encoder.truncates(texts.get(i))) {
                throw new ProblemException(
                        413,
                        "'" + name + "[" + i + "]' is longer than the "
                                + encoder.maxTokens().orElse(0)
                                + " tokens that the model reads, and 'truncate' is false");
            }
        }
    }
}
