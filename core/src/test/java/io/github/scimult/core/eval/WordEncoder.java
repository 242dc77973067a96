package io.github.scimult.core.eval;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** An encoder for tests that knows words alone: each word is a random direction, a text their sum. */
final class WordEncoder implements TextEncoder {
    final AtomicInteger texts = new AtomicInteger();
    private final String name;
    private final double noise;
    private final boolean oneSpace;

    /**
     * An encoder.
     *
     * @param noise how much of a random direction of its own is added to each text; more makes a worse encoder
     */
    WordEncoder(String name, double noise) {
        this(name, noise, false);
    }

    private WordEncoder(String name, double noise, boolean oneSpace) {
        this.name = name;
        this.noise = noise;
        this.oneSpace = oneSpace;
    }

    /** The same, saying that its tasks have their vectors in common. */
    WordEncoder withOneSpace() {
        return new WordEncoder(name, noise, true);
    }

    @Override
    public String space(Task task) {
        return oneSpace ? "shared" : task.name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimension() {
        return 48;
    }

    @Override
    public Similarity similarity() {
        return Similarity.COSINE;
    }

    @Override
    public float[][] encode(List<SegmentedText> batch, Task task) {
        texts.addAndGet(batch.size());
        return batch.stream().map(this::encode).toArray(float[][]::new);
    }

    private float[] encode(SegmentedText text) {
        float[] sum = new float[dimension()];
        String[] words = text.plain().toLowerCase(Locale.ROOT).split("\\W+");
        for (String word : words) {
            add(sum, word.hashCode(), 1);
        }
        add(sum, text.plain().hashCode() * 31L, noise * Math.sqrt(words.length));
        return sum;
    }

    private void add(float[] sum, long seed, double factor) {
        Random random = new Random(seed);
        for (int component = 0; component < sum.length; component++) {
            sum[component] += (float) (factor * random.nextGaussian());
        }
    }
}
