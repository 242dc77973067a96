package io.github.scimult.server;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import java.util.Locale;

/** A vector of how often each word occurs, hashed to 32 places. */
final class WordsEncoder implements TextEncoder {
    @Override
    public String name() {
        return "words";
    }

    @Override
    public int dimension() {
        return 32;
    }

    @Override
    public Similarity similarity() {
        return Similarity.COSINE;
    }

    /** Words. */
    @Override
    public long tokens(List<SegmentedText> texts) {
        return texts.stream()
                .mapToLong(text -> text.plain().split("\\W+").length)
                .sum();
    }

    @Override
    public float[][] encode(List<SegmentedText> texts, Task task) {
        float[][] vectors = new float[texts.size()][dimension()];
        for (int text = 0; text < vectors.length; text++) {
            vectors[text][0] = 0.1f;
            for (String word : texts.get(text).plain().toLowerCase(Locale.ROOT).split("\\W+")) {
                vectors[text][Math.floorMod(word.hashCode() * 31 + task.name().hashCode(), dimension())]++;
            }
        }
        return vectors;
    }
}
