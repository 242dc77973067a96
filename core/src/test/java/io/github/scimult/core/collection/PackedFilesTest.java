package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.fixture.CollectionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFilesTest {
    @TempDir
    Path temporary;

    CollectionFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = CollectionFolder.sound(temporary.resolve("c"));
        folder.zstd("corpus.jsonl");
        folder.gzip("labels.jsonl");
        folder.zstd("queries.jsonl");
        folder.gzip("qrels/classification/train.tsv");
        folder.zstd("qrels/search/test.tsv");
    }

    @Test
    void anyFileMayBePacked() throws IOException {
        CollectionFolder plain = CollectionFolder.sound(temporary.resolve("plain"));
        try (LiteratureCollection packed = LiteratureCollection.open(folder.path());
                LiteratureCollection expected = LiteratureCollection.open(plain.path())) {
            assertThat(packed.papers().get(0)).isEqualTo(expected.papers().get(0));
            assertThat(packed.labels().get(0)).isEqualTo(expected.labels().get(0));
            assertThat(packed.queries().get(0)).isEqualTo(expected.queries().get(0));
            assertThat(packed.tasks()).isEqualTo(expected.tasks());
            assertThat(packed.fingerprint()).isEqualTo(expected.fingerprint());
        }
    }

    @Test
    void nothingIsWrittenIntoTheCollection() throws IOException {
        List<Path> before = tree(folder.path());
        LiteratureCollection.open(folder.path()).close();
        assertThat(tree(folder.path())).isEqualTo(before);
    }

    @Test
    void theCacheIsUsedAgainUntilTheFileChanges() throws IOException {
        Path cache = temporary.resolve("cache");
        ReadOptions options = ReadOptions.DEFAULTS.withCacheFolder(cache);
        LiteratureCollection.open(folder.path(), options).close();
        List<Path> first = tree(cache);
        assertThat(first).hasSize(5);
        Path unpackedCorpus = first.stream()
                .filter(path -> path.toString().endsWith("corpus.jsonl"))
                .findFirst()
                .orElseThrow();
        FileTime written = Files.getLastModifiedTime(unpackedCorpus);

        LiteratureCollection.open(folder.path(), options).close();
        assertThat(tree(cache)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(unpackedCorpus)).isEqualTo(written);

        Files.delete(folder.path().resolve("corpus.jsonl.zst"));
        folder.file("corpus.jsonl", "{\"_id\": \"p1\"}", "{\"_id\": \"p2\"}", "{\"_id\": \"p3\"}", "{\"_id\": \"p4\"}");
        folder.zstd("corpus.jsonl");
        try (LiteratureCollection changed = LiteratureCollection.open(folder.path(), options)) {
            assertThat(changed.papers().size()).isEqualTo(4);
        }
        assertThat(tree(cache)).hasSize(5).doesNotContain(unpackedCorpus);
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
