package io.github.scimult.training.dev;

import io.github.scimult.core.embedding.TextEncoder;

/** One thing that is measured on dev. */
public interface DevScorer {
    /** Such as {@code vis/link}. */
    String source();

    /** Such as {@code Recall@20}. */
    String figure();

    /** Whether the collection is one that nothing is trained on, measured to see what is kept and not to choose by. */
    boolean outside();

    /** The figure of each query, always of the same queries in the same order. */
    double[] values(TextEncoder encoder);
}
