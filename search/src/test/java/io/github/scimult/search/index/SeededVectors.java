package io.github.scimult.search.index;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** Random vectors, one for each seed that a text has. */
record SeededVectors(String name, int dimension, ToLongFunction<String> seed) implements TextEncoder {
    @Override
    public Similarity similarity() {
        return Similarity.COSINE;
    }

    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        return texts.stream().map(text -> vector(text.plain())).toArray(float[][]::new);
    }

    float[] vector(String text) {
        SplittableRandom random = new SplittableRandom(seed.applyAsLong(text));
        float[] vector = new float[dimension];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
