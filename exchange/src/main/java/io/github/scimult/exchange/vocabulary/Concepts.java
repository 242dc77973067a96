package io.github.scimult.exchange.vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of concepts by all files of a vocabulary; what one file says of a concept adds to what the others say. */
public final class Concepts {
    private final Map<String, Concept> byUri = new LinkedHashMap<>();

    /** Hears of rows of a table that say nothing of a concept. */
    @FunctionalInterface
    public interface Bad {
        void say(long line, String problem) throws IOException;
    }

    /**
     * Reads a file: SKOS, or a table.
     *
     * @throws io.github.scimult.core.storage.BadDataException if it is not what its name says, with the line; a part of a vocabulary
     *     would leave documents without their subjects
     */
    public void read(Path file, Bad bad) throws IOException {
        if (RdfSyntax.of(file).isPresent()) {
            SkosFile.read(file, RdfSyntax.of(file).get(), this);
        } else {
            VocabularyTable.read(file, this, bad);
        }
    }

    /** The one of a URI; a new one if nothing was said of it yet. */
    Concept of(String uri) {
        return byUri.computeIfAbsent(uri, _ -> new Concept());
    }

    /** All of which something was said, by their URIs. */
    Map<String, Concept> byUri() {
        return byUri;
    }
}
