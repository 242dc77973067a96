package io.github.scimult.server.route;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.http.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Vectors of texts as clients of other servers ask for them: they know models, of which each task is one. */
record TaskVectors(TextEncoder encoder) {
    static final List<Task> TASKS = List.of(Task.SEARCH, Task.LINK, Task.CLASSIFICATION);

    /** @throws ProblemException if no task has this name */
    static Task task(String name) {
        return TASKS.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.missing(
                        "there is no model '" + name + "': it is the task, one of search, link and classification"));
    }

    static List<SegmentedText> texts(List<String> texts) {
        return texts.stream().map(SegmentedText::of).toList();
    }

    float[][] of(List<String> texts, Task task) {
        return encoder.encode(texts(texts), task);
    }

    static float[][] unit(float[][] vectors) {
        return Arrays.stream(vectors).map(Similarity::unit).toArray(float[][]::new);
    }

    /** The cosines of texts with a query, in the texts' order. */
    double[] cosines(String query, List<String> texts, Task task) {
        List<String> all = new ArrayList<>(texts);
        all.add(query);
        float[][] vectors = unit(of(all, task));
        float[] asked = vectors[texts.size()];
        return Arrays.stream(vectors, 0, texts.size())
                .mapToDouble(vector -> product(vector, asked))
                .toArray();
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
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
    void requireWhole(String name, List<String> texts, Optional<Boolean> truncate) {
        if (truncate.orElse(true)) {
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            if (encoder.truncates(SegmentedText.of(texts.get(i)))) {
                throw new ProblemException(
                        413,
                        "'" + name + "[" + i + "]' is longer than the "
                                + encoder.maxTokens().orElse(0)
                                + " tokens that the model reads, and 'truncate' is false");
            }
        }
    }
}
