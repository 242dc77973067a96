package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionWriterTest {
    private static final Task CO_CITE = Task.parse("link-co-cite");

    @TempDir
    Path temporary;

    Path target;

    @BeforeEach
    void choosePlace() {
        target = temporary.resolve("written");
    }

    @Test
    void whatWasWrittenIsReadBackAsItWas() throws IOException {
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("pages", 15);
        other.put("open", true);
        other.put("note", null);
        other.put("nested", Map.of("a", List.of("x", 1.5)));
        PaperMetadata metadata = new PaperMetadata(2017, "NeurIPS", List.of("A", "B"), List.of("p2", "gone"), other);
        Paper first = new Paper("p1", "\"Quoted\" \\ title\u2028", "line\nline\t😀 模型", metadata);
        Paper second = new Paper("p2", "", "");
        Label label = new Label("l 1", "learning", "To learn.", List.of("training"), List.of("l2"));
        Query query = new Query("q1", "what is attention");
        try (CollectionWriter writer = CollectionWriter.create(target)) {
            writer.add(first);
            writer.add(second);
            writer.add(label);
            writer.add(query);
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p1", "l 1", 1));
            writer.add(CO_CITE, Split.DEV, new Judgement("p2", "p1", 2));
            writer.add(CO_CITE, Split.DEV, new Judgement("p1", "p2", 0));
            writer.add(Task.SEARCH, Split.TEST, new Judgement("q1", "p2", -1));
            assertThat(target).doesNotExist();
            writer.commit();
        }
        try (LiteratureCollection collection = LiteratureCollection.open(target)) {
            assertThat(collection.papers().get(0)).isEqualTo(first);
            assertThat(collection.papers().get(1)).isEqualTo(second);
            assertThat(collection.labels().get(0)).isEqualTo(label);
            assertThat(collection.queries().get(0)).isEqualTo(query);
            assertThat(collection.tasks()).containsExactly(Task.CLASSIFICATION, CO_CITE, Task.SEARCH);
            assertThat(collection.judgements(CO_CITE, Split.DEV).queryRow(0)).isEqualTo(1);
            assertThat(collection.judgements(CO_CITE, Split.DEV).scores(1)).containsExactly(0);
            assertThat(collection.judgements(Task.SEARCH, Split.TEST).scores(0)).containsExactly(-1);
        }
        assertThat(names()).containsExactly("written");
    }

    @Test
    void halfSurrogatesFromEscapesAreReplacedSoThatTheyCanBeWritten() throws IOException {
        CollectionFolder folder = new CollectionFolder(temporary.resolve("odd"));
        folder.file(
                "corpus.jsonl",
                "{\"_id\": \"p\\ud800\", \"title\": \"\\ude00x\\ud83d\\ude00\", \"metadata\": {\"a\": [\"\\ud83d\"]}}");
        Paper read;
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            read = collection.papers().get(0);
        }
        assertThat(read.id()).isEqualTo("p\uFFFD");
        assertThat(read.title()).isEqualTo("\uFFFDx😀");
        try (CollectionWriter writer = CollectionWriter.create(target)) {
            writer.add(read);
            writer.commit();
        }
        try (LiteratureCollection collection = LiteratureCollection.open(target)) {
            assertThat(collection.papers().get(0)).isEqualTo(read);
        }
    }

    @Test
    void withoutACommitNothingIsLeft() throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(target)) {
            writer.add(new Paper("p1", "A", "a"));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aCollectionWithoutRecordsIsReadable() throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(target)) {
            writer.commit();
        }
        try (LiteratureCollection collection = LiteratureCollection.open(target)) {
            assertThat(collection.papers().size()).isZero();
        }
    }

    @Test
    void aFullFolderIsNotWrittenOver() throws IOException {
        Files.createDirectory(target);
        Files.createFile(target.resolve("mine"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionWriter.create(target))
                .withMessageContaining(target.toString());
        assertThat(target.resolve("mine")).exists();
    }

    @Test
    void whatNoReaderWouldAcceptIsRefused() throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(target)) {
            writer.add(new Paper("p1", "A", "a"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.add(new Paper("p1", "B", "b")))
                    .withMessageContaining("\"p1\" stands in corpus.jsonl already");
            assertThatIllegalArgumentException().isThrownBy(() -> writer.add(new Paper("p\t2", "B", "b")));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.add(new Paper(" ", "B", "b")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.add(Task.LINK, Split.DEV, new Judgement("p1", "p2", 1)))
                    .withMessageContaining("\"p2\", which was not added to corpus.jsonl");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.add(Task.SEARCH, Split.DEV, new Judgement("q1", "p1", 1)))
                    .withMessageContaining("queries.jsonl");
        }
    }

    @Test
    void aCopyOfACollectionHasTheSameFingerprintAsItsCopy() throws IOException {
        CollectionFolder folder = CollectionFolder.sound(temporary.resolve("c"));
        assertThat(copy(folder.path(), "once")).isEqualTo(copy(temporary.resolve("once"), "twice"));
    }

    private String copy(Path from, String name) throws IOException {
        Path to = temporary.resolve(name);
        try (LiteratureCollection collection = LiteratureCollection.open(from);
                CollectionWriter writer = CollectionWriter.create(to)) {
            for (int row : IntStream.range(0, collection.papers().size()).toArray()) {
                writer.add(collection.papers().get(row));
            }
            writer.commit();
        }
        try (LiteratureCollection written = LiteratureCollection.open(to)) {
            return written.fingerprint();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals("odd"))
                    .sorted()
                    .toList();
        }
    }
}
