package io.github.scimult.core.collection;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a collection as it was found.
 *
 * @param name relative to the collection's folder, with {@code /}, without the compression's suffix
 * @param path where it lies, suffix included
 * @param compression how it is packed
 */
record CollectionFile(String name, Path path, Compression compression) {
    /**
     * The file of a name, packed or not.
     *
     * @throws BadDataException if it is there more than once
     */
    static Optional<CollectionFile> find(Path folder, String name) {
        return Compression.find(folder.resolve(name))
                .map(path -> new CollectionFile(name, path, Compression.of(path.toString())));
    }
}
