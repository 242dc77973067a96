package io.github.scimult.app.fuzz;

import java.nio.file.Path;
import java.util.List;

/**
 * Something that reads files.
 *
 * @param name for people
 * @param weight how often it is tried, relative to others
 * @param seeds sound inputs, and odd ones
 * @param reader reads an input
 */
record FuzzTarget(String name, int weight, List<byte[]> seeds, Reader reader) {
    /** Reads bytes, in an empty folder of its own. */
    interface Reader {
        void read(byte[] bytes, Path folder) throws Exception;
    }
}
