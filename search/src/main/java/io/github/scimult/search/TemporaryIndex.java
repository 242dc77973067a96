package io.github.scimult.search;

import io.github.scimult.core.storage.TemporaryFolder;
import java.io.IOException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Where an index lies for as long as it is used.
 *
 * @param directory what Lucene writes to
 * @param folder what is to be deleted at the end; null if the index is in memory
 */
record TemporaryIndex(Directory directory, TemporaryFolder folder) implements AutoCloseable {
    static TemporaryIndex inMemory() {
        return new TemporaryIndex(new ByteBuffersDirectory(), null);
    }

    static TemporaryIndex temporary() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        return new TemporaryIndex(new MMapDirectory(folder.path()), folder);
    }

    @Override
    public void close() throws IOException {
        directory.close();
        if (folder != null) {
            folder.close();
        }
    }
}
