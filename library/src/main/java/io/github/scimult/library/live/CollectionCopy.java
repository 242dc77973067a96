package io.github.scimult.library.live;

import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.NotWrittenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies of collections, file by file as they are, packed or not. */
public final class CollectionCopy {
    private static final Pattern FILES = Pattern.compile("(corpus|labels|queries)\\.jsonl(\\..*)?|qrels/.*");

    private CollectionCopy() {}

    /**
     * Copies a collection's files, and nothing else that lies beside them. The copy appears whole.
     *
     * @throws IllegalArgumentException if there is something at the place already
     */
    public static void write(Path collection, Path copy) throws IOException {
        try (AtomicFolder folder = AtomicFolder.create(copy)) {
            for (Path file : filesOf(collection)) {
                Path target = folder.path().resolve(collection.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            folder.commit();
        } catch (IOException failure) {
            throw NotWrittenException.of(copy, failure);
        }
    }

    private static List<Path> filesOf(Path collection) throws IOException {
        try (Stream<Path> all = Files.walk(collection)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> FILES.matcher(
                                    collection.relativize(file).toString().replace('\\', '/'))
                            .matches())
                    .toList();
        }
    }
}
