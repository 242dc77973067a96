package io.github.scimult.search.map;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A map as {@code map.json} beside an index's other files: {@code {"papers": [{"id", "title", "x", "y", "label"}], "labels": [{"id", "name"}]}}. */
public final class MapFile {
    private static final String NAME = "map.json";

    private MapFile() {}

    /** Keeps a map with an index. @param index the folder */
    public static void write(Path index, CollectionMap map) throws IOException {
        AtomicFile.writeText(index.resolve(NAME), Json.line(map));
    }

    /** Whether an index has one. */
    public static boolean isIn(Path index) {
        return Files.isRegularFile(index.resolve(NAME));
    }

    /** Where an index has it. */
    public static Path of(Path index) {
        return index.resolve(NAME);
    }
}
