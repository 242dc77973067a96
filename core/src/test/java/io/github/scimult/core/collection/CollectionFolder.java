package io.github.scimult.core.collection;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A folder that a test fills line by line; begins as a small collection without a fault. */
record CollectionFolder(Path path) {
    static CollectionFolder sound(Path path) throws IOException {
        CollectionFolder folder = new CollectionFolder(path);
        folder.file(
                "corpus.jsonl",
                "{\"_id\": \"p1\", \"title\": \"Attention\", \"text\": \"Only attention.\", \"metadata\": {\"year\": 2017,"
                        + " \"venue\": \"NeurIPS\", \"authors\": [\"A\", \"B\"], \"references\": [\"p2\"], \"pages\": 15},"
                        + " \"url\": \"https://example.org\"}",
                "{\"_id\": \"p2\", \"title\": \"Größe der Modelle – 模型\", \"text\": \"\"}",
                "{\"_id\": \"p3\", \"title\": \"\", \"text\": \"An abstract \\ud83d\\ude00 alone.\"}");
        folder.file(
                "labels.jsonl",
                "{\"_id\": \"l1\", \"name\": \"learning\", \"definition\": \"To learn.\", \"synonyms\": [\"training\"],"
                        + " \"parents\": [\"l2\"]}",
                "{\"_id\": \"l2\", \"name\": \"science\"}");
        folder.file("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"what is attention\"}");
        folder.judgements("classification/train", "p1\tl1\t1", "p1\tl2\t1", "p2\tl2\t1");
        folder.judgements("link/dev", "p1\tp2\t1", "p1\tp3\t0");
        folder.judgements("search/test", "q1\tp1\t3", "q1\tp2\t0");
        return folder;
    }

    void file(String name, String... lines) throws IOException {
        bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void judgements(String taskAndSplit, String... rows) throws IOException {
        file("qrels/" + taskAndSplit + ".tsv", "query-id\tcorpus-id\tscore\n" + String.join("\n", rows));
    }

    void bytes(String name, byte[] bytes) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Replaces a file by its packed form. */
    void gzip(String name) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path.resolve(name + ".gz")))) {
            Files.copy(path.resolve(name), out);
        }
        Files.delete(path.resolve(name));
    }

    /** Replaces a file by its packed form. */
    void zstd(String name) throws IOException {
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(path.resolve(name + ".zst")))) {
            Files.copy(path.resolve(name), out);
        }
        Files.delete(path.resolve(name));
    }
}
