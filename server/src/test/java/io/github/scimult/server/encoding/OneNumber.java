package io.github.scimult.server.encoding;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.text.SegmentedText;
import java.util.List;

/** An encoder with vectors of one number. */
abstract class OneNumber implements TextEncoder {
    @Override
    public String name() {
        return "one number";
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public Similarity similarity() {
        return Similarity.DOT;
    }

    /** The lengths of texts as their vectors. */
    static float[][] lengths(List<SegmentedText> texts) {
        return texts.stream().map(text -> new float[] {text.plain().length()}).toArray(float[][]::new);
    }
}
