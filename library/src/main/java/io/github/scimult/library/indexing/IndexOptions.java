package io.github.scimult.library.indexing;

import io.github.scimult.core.task.Split;
import io.github.scimult.search.index.VectorStorage;
import java.util.EnumSet;
import java.util.Set;

/**
 * How an index is built.
 *
 * @param storage how vectors are stored
 * @param splits whose judgements are served: labels that papers carry and by which labels are suggested, and citations
 */
public record IndexOptions(VectorStorage storage, Set<Split> splits) {
    /** Vectors as 32-bit floats, and all that is judged. */
    public static final IndexOptions DEFAULTS = new IndexOptions(VectorStorage.FLOAT32, EnumSet.allOf(Split.class));

    public IndexOptions {
        splits = Set.copyOf(splits);
    }
}
