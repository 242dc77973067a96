package io.github.scimult.exchange.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A layout of files that can be turned into a collection. */
public interface ImportFormat {
    /** What it is called on the command line. */
    String name();

    /** What {@code --in} names, and what comes of it. */
    String explanation();

    /** Where its data is to be had. */
    String source();

    /**
     * Whether a bad record is left out and reported where nothing else is asked for. So it is with what people export, as it is rarely
     * clean; a benchmark with a bad record is damaged, and scores on the rest of it would mean nothing.
     */
    default boolean leavesBadOut() {
        return false;
    }

    /**
     * Reads everything into a collection, papers and labels before the judgements that name them.
     *
     * @param in a file or folder, as {@link #explanation} says
     * @throws io.github.scimult.core.storage.BadDataException if a record is bad and bad ones are not skipped, or a file is
     *     missing; names file and line
     */
    void read(Path in, CollectionImport into) throws IOException;

    /** Reads several files or folders, one after the other. */
    default void readAll(List<Path> in, CollectionImport into) throws IOException {
        for (Path each : in) {
            read(each, into);
        }
    }
}
