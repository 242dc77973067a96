package io.github.scimult.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Where an index lies for as long as it is used.
 *
 * @param directory what Lucene writes to
 * @param folder what is to be deleted at the end; null if the index is in memory
 */
record TemporaryIndex(Directory directory, Path folder) implements AutoCloseable {
    static TemporaryIndex inMemory() {
        return new TemporaryIndex(new ByteBuffersDirectory(), null);
    }

    static TemporaryIndex temporary() throws IOException {
        Path folder = Files.createTempDirectory("scimult-bm25-");
        return new TemporaryIndex(new MMapDirectory(folder), folder);
    }

    @Override
    public void close() throws IOException {
        directory.close();
        if (folder != null) {
            delete();
        }
    }

    private void delete() throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
