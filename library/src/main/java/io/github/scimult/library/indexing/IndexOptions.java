package io.github.scimult.library.indexing;

import io.github.scimult.core.task.Split;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.index.VectorStorage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How an index is built.
 *
 * @param storage how vectors are stored
 * @param language of titles and abstracts
 * @param splits whose judgements are served: labels that papers carry and by which labels are suggested, and citations
 * @param origin of what the index is derived, where that is a library; empty for the collection itself
 */
public record IndexOptions(VectorStorage storage, Language language, Set<Split> splits, Optional<IndexOrigin> origin) {
    /** Vectors as 32-bit floats, English texts, and all that is judged. */
    public static final IndexOptions DEFAULTS =
            new IndexOptions(VectorStorage.FLOAT32, Language.ENGLISH, EnumSet.allOf(Split.class), Optional.empty());

    public IndexOptions {
        splits = Set.copyOf(splits);
    }

    /** The same for a library. */
    public IndexOptions of(IndexOrigin newOrigin) {
        return new IndexOptions(storage, language, splits, Optional.of(newOrigin));
    }
}
