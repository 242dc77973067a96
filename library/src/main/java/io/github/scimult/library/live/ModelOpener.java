package io.github.scimult.library.live;

import io.github.scimult.search.index.IndexFacts;
import java.io.IOException;

/** Opens the models of a library's indexes: of the one that is there, and of each newer one that takes its place. */
@FunctionalInterface
public interface ModelOpener {
    /** The model that an index was made with; closed once the index is no longer served. */
    OpenModel open(IndexFacts facts) throws IOException;
}
