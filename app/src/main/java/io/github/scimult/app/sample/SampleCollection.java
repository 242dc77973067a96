package io.github.scimult.app.sample;

import io.github.scimult.core.storage.AtomicFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * 400 landmark papers with labels, references and queries: a demonstration, no benchmark. How it was made stands in its
 * {@code README.md}.
 */
public final class SampleCollection {
    private static final List<String> FILES = List.of(
            "README.md",
            "corpus.jsonl",
            "labels.jsonl",
            "queries.jsonl",
            "qrels/classification/train.tsv",
            "qrels/classification/dev.tsv",
            "qrels/classification/test.tsv",
            "qrels/link/train.tsv",
            "qrels/link/dev.tsv",
            "qrels/link/test.tsv",
            "qrels/search/train.tsv",
            "qrels/search/dev.tsv",
            "qrels/search/test.tsv");

    private SampleCollection() {}

    /**
     * Writes the collection into a folder, which appears whole or not at all.
     *
     * @throws IllegalArgumentException if there is something at this place already
     */
    public static void unpack(Path folder) throws IOException {
        try (AtomicFolder unpacked = AtomicFolder.create(folder)) {
            for (String name : FILES) {
                copy(name, unpacked.path().resolve(name));
            }
            unpacked.commit();
        }
    }

    private static void copy(String name, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream resource = SampleCollection.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the program was built without its sample's " + name);
            }
            Files.copy(resource, file);
        }
    }
}
