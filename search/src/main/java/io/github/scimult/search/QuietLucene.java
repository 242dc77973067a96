package io.github.scimult.search;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene warns on every start that an incubating module is missing, which nothing here would use. */
public final class QuietLucene {
    private static final Logger VECTORS_LOGGER =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private QuietLucene() {}

    /** To be called before Lucene is first used. */
    public static void begin() {
        VECTORS_LOGGER.setLevel(Level.SEVERE);
    }
}
