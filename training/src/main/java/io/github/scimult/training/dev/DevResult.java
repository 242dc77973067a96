package io.github.scimult.training.dev;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One task's figure on one collection's dev split.
 *
 * @param source such as {@code vis/link}
 * @param figure such as {@code Recall@20}
 * @param value the encoder's
 * @param base the base's; NaN where it is not known
 * @param standardError of the value's difference to the base's
 * @param outside whether nothing was trained on the collection: the figure shows what is kept elsewhere, and decides nothing
 * @param perQuery each query's value; files show only how many there are
 */
@SuppressWarnings("ArrayRecordComponent")
public record DevResult(
        String source,
        String figure,
        double value,
        double base,
        double standardError,
        boolean outside,
        @JsonIgnore double[] perQuery) {
    private static final double LEAST_BASE = 0.1;

    @JsonProperty("queries")
    public int queries() {
        return perQuery.length;
    }

    /** The gain on the base, in parts of the base's figure. */
    public double gain() {
        return (value - base) / unit();
    }

    /** What a gain is a part of: the base's figure, or a tenth where that is near nothing and parts of it large by chance. */
    public double unit() {
        return Math.max(LEAST_BASE, base);
    }

    /** The task in the source's name. */
    public String taskName() {
        return source.substring(source.lastIndexOf('/') + 1);
    }
}
