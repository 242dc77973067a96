package io.github.scimult.core.collection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<CollectionFile> found = new ArrayList<>();
        for (Compression compression : Compression.values()) {
            Path path = folder.resolve(name + compression.suffix());
            if (Files.isRegularFile(path)) {
                found.add(new CollectionFile(name, path, compression));
            }
        }
        if (found.size() > 1) {
            throw BadDataException.in(
                    found.get(1).path(),
                    "there is " + found.get(0).path().getFileName()
                            + " as well, and nothing says which of the two is meant. Remove one of them.");
        }
        return found.stream().findFirst();
    }
}
