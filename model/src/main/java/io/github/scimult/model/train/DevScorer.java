package io.github.scimult.model.train;

import io.github.scimult.core.embedding.TextEncoder;

/** One thing that is measured on dev. */
interface DevScorer {
    /** Such as {@code vis/link}. */
    String source();

    /** The task whose mean the figure goes into. */
    String task();

    /** Such as {@code Recall@20}. */
    String figure();

    /** The figure of each query, always of the same queries in the same order. */
    double[] values(TextEncoder encoder);
}
