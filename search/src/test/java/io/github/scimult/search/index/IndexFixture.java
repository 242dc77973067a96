package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small collection, an encoder that counts words, and the index of both. */
final class IndexFixture {
    static final String FINGERPRINT = "of-the-words-encoder";

    static final TextEncoder ENCODER = new WordCountEncoder();

    private IndexFixture() {}

    static Path small(Path collection) throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            writer.add(paper("1", "Graph drawing", "Layouts of large graphs.", 1999, "GD", "Ann"));
            writer.add(paper("2", "Graph Drawing.", "Layouts of large graphs.", 2001, "GD", "Bob"));
            writer.add(paper("3", "Text search", "Finding texts by words.", 2010, "SIGIR", "Ann"));
            writer.add(paper("4", "Neural graphs", "Learning on graphs.", 2019, "ICML", "Eve"));
            writer.add(new Label("g", "graphs", "things with edges"));
            writer.add(new Label("t", "texts", "things with words"));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("1", "g", 1));
            writer.add(Task.CLASSIFICATION, Split.DEV, new Judgement("3", "t", 1));
            writer.commit();
        }
        return collection;
    }

    static Paper paper(String id, String title, String text, int year, String venue, String author) {
        return new Paper(id, title, text, new PaperMetadata(year, venue, List.of(author), List.of("9"), Map.of()));
    }

    /** Of papers alone; collection and index lie below a folder. */
    static LiteratureIndex of(Path folder, List<Paper> papers) throws IOException {
        Path collection = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            for (Paper paper : papers) {
                writer.add(paper);
            }
            writer.commit();
        }
        return LiteratureIndex.open(index(collection, folder.resolve("index")), ENCODER, FINGERPRINT);
    }

    static Path index(Path collection, Path out) throws IOException {
        return index(collection, out, VectorStorage.FLOAT32);
    }

    static Path index(Path collection, Path out, VectorStorage stored) throws IOException {
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            assertThat(new IndexBuilder(opened, ENCODER, (done, total) -> {})
                            .storing(stored)
                            .build(out, "m", FINGERPRINT, () -> false))
                    .isTrue();
        }
        return out;
    }
}
