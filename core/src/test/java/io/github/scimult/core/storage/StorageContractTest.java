package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.embedding.NumpyWriter;
import io.github.scimult.core.record.Paper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever writes a file or a folder leaves the old one until the new one is whole, and nothing beside it. */
class StorageContractTest {
    @TempDir
    private Path folder;

    /** The ways in which the program writes. A new way is tested by being listed here. */
    enum Way {
        FILE {
            @Override
            AutoCloseable begin(Path target) throws IOException {
                AtomicFile file = AtomicFile.create(target);
                file.stream().write("new".getBytes(StandardCharsets.UTF_8));
                return file;
            }

            @Override
            void commit(AutoCloseable begun) throws IOException {
                ((AtomicFile) begun).commit();
            }
        },
        ARRAY {
            @Override
            AutoCloseable begin(Path target) throws IOException {
                NumpyWriter writer = NumpyWriter.create(target, 2);
                writer.append(new float[] {1, 2});
                return writer;
            }

            @Override
            void commit(AutoCloseable begun) throws IOException {
                ((NumpyWriter) begun).commit();
            }
        },
        COLLECTION {
            @Override
            AutoCloseable begin(Path target) throws IOException {
                CollectionWriter writer = CollectionWriter.create(target);
                writer.add(new Paper("1", "new", ""));
                return writer;
            }

            @Override
            void commit(AutoCloseable begun) throws IOException {
                ((CollectionWriter) begun).commit();
            }
        };

        /** Begins to write, and does not end. */
        abstract AutoCloseable begin(Path target) throws IOException;

        abstract void commit(AutoCloseable begun) throws IOException;

        boolean writesFolder() {
            return this == COLLECTION;
        }
    }

    private List<String> content() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsNotCommittedIsNotThere(Way way) throws Exception {
        Path target = folder.resolve("target");
        AutoCloseable begun = way.begin(target);
        assertThat(target).doesNotExist();
        begun.close();
        assertThat(content()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsCommittedIsThereAloneAndWhole(Way way) throws Exception {
        Path target = folder.resolve("target");
        try (AutoCloseable begun = way.begin(target)) {
            way.commit(begun);
        }
        assertThat(target).exists();
        assertThat(content().getFirst()).isEqualTo("target");
        assertThat(content()).allMatch(name -> name.startsWith("target"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theOldContentStaysUntilTheNewOneIsWhole(Way way) throws Exception {
        if (way.writesFolder()) {
            aFolderThatIsThereIsRefusedAndKept(way);
            return;
        }
        Path target = Files.writeString(folder.resolve("target"), "old");
        try (AutoCloseable begun = way.begin(target)) {
            assertThat(target).hasContent("old");
            assertThat(begun).isNotNull();
        }
        assertThat(target).hasContent("old");
        assertThat(content()).containsExactly("target");
        try (AutoCloseable begun = way.begin(target)) {
            way.commit(begun);
        }
        assertThat(Files.size(target)).isNotEqualTo(0);
        assertThat(content()).containsExactly("target");
    }

    private void aFolderThatIsThereIsRefusedAndKept(Way way) throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.writeString(target.resolve("mine"), "old");
        assertThatThrownBy(() -> way.begin(target)).hasMessageContaining(target.toString());
        assertThat(content()).containsExactly("target", "target/mine");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPlaceBelowAFileIsRefusedByItsNameAndNothingIsLeft(Way way) throws Exception {
        Files.writeString(folder.resolve("file"), "old");
        assertThatThrownBy(() -> {
                    try (AutoCloseable begun = way.begin(folder.resolve("file/target"))) {
                        way.commit(begun);
                    }
                })
                .hasMessageContaining("file");
        assertThat(content()).containsExactly("file");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void foldersAboveAreMadeWhereTheyAreMissing(Way way) throws Exception {
        Path target = folder.resolve("a/b/target");
        try (AutoCloseable begun = way.begin(target)) {
            way.commit(begun);
        }
        assertThat(target).exists();
    }
}
