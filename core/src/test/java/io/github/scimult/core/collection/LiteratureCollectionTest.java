package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiteratureCollectionTest {
    @TempDir
    Path temporary;

    CollectionFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = CollectionFolder.sound(temporary.resolve("small"));
    }

    @Test
    void papersAreReadWithTheirMetadata() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(collection.name()).isEqualTo("small");
            assertThat(collection.papers().size()).isEqualTo(3);
            Paper paper = collection.papers().get(collection.papers().row("p1"));
            assertThat(paper.title()).isEqualTo("Attention");
            assertThat(paper.segments().segments()).containsExactly("Attention", "Only attention.");
            PaperMetadata metadata = paper.metadata();
            assertThat(metadata.year()).isEqualTo(2017);
            assertThat(metadata.venue()).isEqualTo("NeurIPS");
            assertThat(metadata.authors()).containsExactly("A", "B");
            assertThat(metadata.references()).containsExactly("p2");
            assertThat(metadata.other()).containsExactly(entry("url", "https://example.org"), entry("pages", 15));
        }
    }

    @Test
    void textsBeyondAsciiSurvive() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(collection.papers().get(1).title()).isEqualTo("Größe der Modelle – 模型");
            assertThat(collection.papers().get(2).text()).isEqualTo("An abstract 😀 alone.");
        }
    }

    @Test
    void rowsAndIdsBelongTogether() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(IntStream.range(0, 3).mapToObj(collection.papers()::id)).containsExactly("p1", "p2", "p3");
            assertThat(collection.papers().row("p3")).isEqualTo(2);
            assertThat(collection.papers().row("p4")).isEqualTo(-1);
        }
    }

    @Test
    void labelsAndQueriesAreRead() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(collection.labels().get(0))
                    .isEqualTo(new Label("l1", "learning", "To learn.", List.of("training"), List.of("l2")));
            assertThat(collection.labels().get(1)).isEqualTo(new Label("l2", "science", ""));
            assertThat(collection.queries().get(0)).isEqualTo(new Query("q1", "what is attention"));
        }
    }

    @Test
    void judgementsAreGroupedByQuery() throws IOException {
        folder.judgements("classification/train", "p2\tl2\t1", "p1\tl1\t1", "p2\tl1\t0", "p1\tl1\t2");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            Judgements judgements = collection.judgements(Task.CLASSIFICATION, Split.TRAIN);
            assertThat(judgements.queries()).isEqualTo(2);
            assertThat(judgements.pairs()).isEqualTo(3);
            assertThat(judgements.queryRow(0)).isEqualTo(1);
            assertThat(judgements.candidateRows(0)).containsExactly(1, 0);
            assertThat(judgements.scores(0)).containsExactly(1, 0);
            assertThat(judgements.candidateRows(1)).containsExactly(0);
            assertThat(judgements.scores(1))
                    .as("the last judgement of a pair counts")
                    .containsExactly(2);
        }
    }

    @Test
    void scoresMayHaveADecimalPointOrBlanks() throws IOException {
        folder.judgements("link/train", "p1\tp2\t1.0", "p1\tp3\t2 ", "p2\tp1\t0.");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            Judgements judgements = collection.judgements(Task.LINK, Split.TRAIN);
            assertThat(judgements.scores(0)).containsExactly(1, 2);
            assertThat(judgements.scores(1)).containsExactly(0);
        }
    }

    @Test
    void markupOfPublishersDoesNotGetIntoTexts() throws IOException {
        folder.file(
                "corpus.jsonl",
                "{\"_id\": \"p1\", \"title\": \"The &lt;i&gt;fly&lt;/i&gt; &amp; H<sub>2</sub>O\", \"text\": \"<jats:p>p &lt; 0.05</jats:p>\"}",
                "{\"_id\": \"p2\", \"title\": \"a<b\"}",
                "{\"_id\": \"p3\", \"title\": \"C\"}");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(collection.papers().get(0).segments().segments()).containsExactly("The fly & H2O", "p < 0.05");
        }
    }

    @Test
    void markupOfPublishersDoesNotGetIntoNames() throws IOException {
        folder.file(
                "corpus.jsonl",
                "{\"_id\": \"p1\", \"title\": \"A\", \"metadata\": {\"authors\": [\"Ren&eacute;e <i>J.</i>\"], \"venue\": \"Science &amp;amp; Art\"}}",
                "{\"_id\": \"p2\", \"title\": \"B\"}",
                "{\"_id\": \"p3\", \"title\": \"C\"}");
        folder.file(
                "labels.jsonl",
                "{\"_id\": \"l1\", \"name\": \"Water\", \"synonyms\": [\"H<sub>2</sub>O\", \"a < b\"]}",
                "{\"_id\": \"l2\", \"name\": \"science\"}");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(collection.papers().get(0).metadata().authors()).containsExactly("Renée J.");
            assertThat(collection.papers().get(0).metadata().venue()).isEqualTo("Science & Art");
            assertThat(collection.labels().get(0).synonyms()).containsExactly("H2O", "a < b");
        }
    }

    @Test
    void tasksAndSplitsAreThoseWithFiles() throws IOException {
        folder.judgements("link-co-cite/train", "p3\tp1\t1");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            Task coCite = Task.parse("link-co-cite");
            assertThat(collection.tasks()).containsExactly(Task.CLASSIFICATION, Task.LINK, coCite, Task.SEARCH);
            assertThat(collection.splits(Task.LINK)).containsExactly(Split.DEV);
            assertThat(collection.splits(coCite)).containsExactly(Split.TRAIN);
            assertThat(collection.judgements(coCite, Split.TRAIN).queryRow(0)).isEqualTo(2);
            assertThat(collection.judgements(coCite, Split.DEV).pairs()).isZero();
        }
    }

    @Test
    void aPlainBeirFolderIsReadAsSearch() throws IOException {
        CollectionFolder beir = new CollectionFolder(temporary.resolve("beir"));
        beir.file("corpus.jsonl", "{\"_id\": \"d1\", \"title\": \"T\", \"text\": \"x\", \"metadata\": {}}");
        beir.file("queries.jsonl", "{\"_id\": \"7\", \"text\": \"q\", \"metadata\": {}}");
        beir.judgements("test", "7\td1\t2");
        try (LiteratureCollection collection = LiteratureCollection.open(beir.path())) {
            assertThat(collection.tasks()).containsExactly(Task.SEARCH);
            assertThat(collection.judgements(Task.SEARCH, Split.TEST).scores(0)).containsExactly(2);
        }
    }

    @Test
    void theCorpusAloneIsACollection() throws IOException {
        CollectionFolder alone = new CollectionFolder(temporary.resolve("alone"));
        alone.file("corpus.jsonl", "{\"_id\": \"d1\", \"title\": \"T\"}");
        try (LiteratureCollection collection = LiteratureCollection.open(alone.path())) {
            assertThat(collection.labels().size()).isZero();
            assertThat(collection.queries().row("q1")).isEqualTo(-1);
            assertThat(collection.tasks()).isEmpty();
        }
    }

    @Test
    void lineEndsByteOrderMarksAndBlankLinesDoNotMatter() throws IOException {
        String windows = "\uFEFF{\"_id\": \"p1\", \"title\": \"A\"}\r\n\r\n{\"_id\": 2, \"title\": \"B\"}";
        CollectionFolder other = new CollectionFolder(temporary.resolve("windows"));
        other.bytes("corpus.jsonl", windows.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        other.bytes(
                "qrels/link/train.tsv",
                "\uFEFFquery-id\tcorpus-id\tscore\r\np1\t2\t1\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (LiteratureCollection collection = LiteratureCollection.open(other.path())) {
            assertThat(collection.papers().get(0).title()).isEqualTo("A");
            assertThat(collection.papers().row("2")).isEqualTo(1);
            assertThat(collection.judgements(Task.LINK, Split.TRAIN).pairs()).isEqualTo(1);
        }
    }

    @Test
    void metadataOfAnotherTypeIsKeptAsItIs() throws IOException {
        folder.file(
                "corpus.jsonl",
                "{\"_id\": \"p1\", \"title\": \"A\", \"metadata\": {\"year\": \"1994\", \"authors\": \"Me\"}}",
                "{\"_id\": \"p2\", \"title\": null, \"text\": null, \"metadata\": null}",
                "{\"_id\": \"p3\", \"title\": \"C\", \"metadata\": {\"year\": \"in press\", \"venue\": null}}");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(collection.papers().get(0).metadata().year()).isEqualTo(1994);
            assertThat(collection.papers().get(0).metadata().other()).containsExactly(entry("authors", "Me"));
            assertThat(collection.papers().get(1)).isEqualTo(new Paper("p2", "", ""));
            assertThat(collection.papers().get(2).metadata().other()).containsExactly(entry("year", "in press"));
        }
    }

    @Test
    void theFingerprintDependsOnTheContentAlone() throws IOException {
        String before = fingerprint();
        assertThat(before).matches("[0-9a-f]{64}").isEqualTo(fingerprint());
        folder.gzip("corpus.jsonl");
        folder.zstd("qrels/link/dev.tsv");
        assertThat(fingerprint()).isEqualTo(before);
        folder.judgements("search/test", "q1\tp1\t3", "q1\tp2\t1");
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void manyChunksGiveTheSameRowsAsTheFile() throws IOException {
        String filler = "lorem ipsum ".repeat(80);
        String[] lines = IntStream.range(0, 12_000)
                .mapToObj(
                        i -> "{\"_id\": \"paper-" + i + "\", \"title\": \"T" + i + "\", \"text\": \"" + filler + "\"}")
                .toArray(String[]::new);
        CollectionFolder large = new CollectionFolder(temporary.resolve("large"));
        large.file("corpus.jsonl", lines);
        assertThat(Files.size(large.path().resolve("corpus.jsonl"))).isGreaterThan(8 << 20);
        try (LiteratureCollection collection = LiteratureCollection.open(large.path())) {
            assertThat(collection.papers().size()).isEqualTo(12_000);
            assertThat(IntStream.range(0, 12_000))
                    .allMatch(i -> collection.papers().get(i).title().equals("T" + i)
                            && collection.papers().row("paper-" + i) == i);
        }
    }

    private String fingerprint() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            return collection.fingerprint();
        }
    }
}
