package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every refusal names the file and the line, says what was found and what was expected. */
class CollectionRefusalTest {
    private static final String GOOD = "{\"_id\": \"p1\", \"title\": \"A\"}";

    @TempDir
    Path temporary;

    CollectionFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = CollectionFolder.sound(temporary.resolve("c"));
    }

    @Test
    void brokenJsonIsRefused() throws IOException {
        folder.file("corpus.jsonl", GOOD, "{\"_id\": \"p2\", \"title\": \"B\"", "{\"_id\": \"p3\"}");
        assertRefused("corpus.jsonl:2: not valid JSON at character", "--skip-bad-records");
    }

    @Test
    void aLineThatIsNoObjectIsRefused() throws IOException {
        folder.file("corpus.jsonl", GOOD, "[\"p2\"]");
        assertRefused("corpus.jsonl:2: not a JSON object");
    }

    @Test
    void twoObjectsInOneLineAreRefused() throws IOException {
        folder.file("corpus.jsonl", GOOD + " {\"_id\": \"p2\"}");
        assertRefused("corpus.jsonl:1: more stands behind the JSON object");
    }

    @Test
    void aFieldGivenTwiceIsRefused() throws IOException {
        folder.file("corpus.jsonl", "{\"_id\": \"p1\", \"title\": \"A\", \"_id\": \"p2\"}");
        assertRefused("corpus.jsonl:1: not valid JSON", "Duplicate", "_id");
    }

    @Test
    void aFieldOfTheWrongTypeIsRefused() throws IOException {
        folder.file("corpus.jsonl", GOOD, "{\"_id\": \"p2\", \"title\": [\"B\"]}");
        assertRefused("corpus.jsonl:2: the field \"title\" must be text");
        folder.file("corpus.jsonl", GOOD, "{\"_id\": {\"a\": 1}, \"title\": \"B\"}");
        assertRefused("corpus.jsonl:2: the field \"_id\" must be text");
    }

    @Test
    void aMissingIdIsRefused() throws IOException {
        for (String line : new String[] {"{\"title\": \"B\"}", "{\"_id\": \"\"}", "{\"_id\": null}", "{}"}) {
            folder.file("corpus.jsonl", GOOD, line);
            assertRefused("corpus.jsonl:2: no _id");
        }
    }

    @Test
    void aRepeatedIdIsRefusedWithBothLines() throws IOException {
        folder.file("corpus.jsonl", GOOD, "", "{\"_id\": \"p2\"}", "{\"_id\": \"\\u0070\\u0031\"}");
        assertRefused("corpus.jsonl:4: the _id \"p1\" stands in line 1 already");
        folder = CollectionFolder.sound(temporary.resolve("labels"));
        folder.file("labels.jsonl", "{\"_id\": \"l\", \"name\": \"a\"}", "{\"_id\": \"l\", \"name\": \"b\"}");
        assertRefused("labels.jsonl:2: the _id \"l\" stands in line 1 already");
    }

    @Test
    void aRepetitionFarBehindIsFound() throws IOException {
        String filler = "lorem ipsum ".repeat(80);
        String[] lines = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"_id\": \"p" + i % 9_990 + "\", \"text\": \"" + filler + "\"}")
                .toArray(String[]::new);
        folder.file("corpus.jsonl", lines);
        assertRefused("10 lines", "corpus.jsonl:9991: the _id \"p0\" stands in line 1 already");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        byte[] latin = (GOOD + "\n{\"_id\": \"p2\", \"title\": \"Größe\"}\n").getBytes(StandardCharsets.ISO_8859_1);
        folder.bytes("corpus.jsonl", latin);
        assertRefused("corpus.jsonl:2: byte 27 of the line (0xF6) is not UTF-8");
        byte[] surrogate = {'{', '"', '_', 'i', 'd', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};
        folder.bytes("corpus.jsonl", surrogate);
        assertRefused("corpus.jsonl:1: byte 9 of the line (0xED) is not UTF-8");
        byte[] cutOff = Arrays.copyOf("é".getBytes(StandardCharsets.UTF_8), 1);
        folder.bytes("corpus.jsonl", cutOff);
        assertRefused("corpus.jsonl:1: byte 1 of the line (0xC3) is not UTF-8");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedInJudgements() throws IOException {
        folder.bytes(
                "qrels/link/dev.tsv", "query-id\tcorpus-id\tscore\np1\tö\t1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("dev.tsv:2: byte 1 of the line (0xF6) is not UTF-8");
    }

    @Test
    void aJudgementOfAnUnknownIdIsRefused() throws IOException {
        folder.judgements("link/dev", "p1\tp2\t1", "p1\tp9\t1");
        assertRefused("dev.tsv:3: unknown paper \"p9\" in the column corpus-id: it is not in corpus.jsonl");
        folder.judgements("link/dev", "p8\tp2\t1");
        assertRefused("dev.tsv:2: unknown paper \"p8\" in the column query-id: it is not in corpus.jsonl");
    }

    @Test
    void aJudgementOfAnUnknownLabelOrQueryIsRefused() throws IOException {
        folder.judgements("classification/train", "p1\tp2\t1");
        assertRefused("train.tsv:2: unknown label \"p2\" in the column corpus-id: it is not in labels.jsonl");
        folder = CollectionFolder.sound(temporary.resolve("without-queries"));
        Files.delete(folder.path().resolve("queries.jsonl"));
        assertRefused("test.tsv:2: unknown query \"q1\"", "the collection has no queries.jsonl");
    }

    @Test
    void aScoreThatIsNoWholeNumberIsRefused() throws IOException {
        for (String score : new String[] {"0.5", "1.5", "yes", "", "1 2", "99999999999"}) {
            folder.judgements("link/dev", "p1\tp2\t" + score);
            assertRefused("dev.tsv:2: the score \"" + score + "\" is no whole number");
        }
    }

    @Test
    void anotherNumberOfColumnsIsRefused() throws IOException {
        folder.judgements("link/dev", "p1\tp2");
        assertRefused("dev.tsv:2: 2 columns instead of three");
        folder.judgements("link/dev", "p1 p2 1");
        assertRefused("dev.tsv:2: 1 column instead of three");
        folder.judgements("link/dev", "p1\tQ0\tp2\t1");
        assertRefused("dev.tsv:2: 4 columns instead of three");
    }

    @Test
    void anotherHeaderIsRefused() throws IOException {
        folder.file("qrels/link/dev.tsv", "p1\tp2\t1");
        assertRefused("dev.tsv:1: the first line must be the header", "\"p1<tab>p2<tab>1\"");
        folder.bytes("qrels/link/dev.tsv", new byte[0]);
        assertRefused("dev.tsv:1: the first line must be the header");
    }

    @Test
    void aMissingCorpusIsRefused() throws IOException {
        Files.delete(folder.path().resolve("corpus.jsonl"));
        assertRefused("there is no corpus.jsonl", folder.path().toString());
        folder = new CollectionFolder(temporary.resolve("nowhere"));
        assertRefused("there is no such folder", "nowhere");
    }

    @Test
    void anUnknownTaskOrSplitIsRefused() throws IOException {
        folder.judgements("clasification/dev", "p1\tl1\t1");
        assertRefused("clasification", "classification, link or search");
        folder = CollectionFolder.sound(temporary.resolve("split"));
        folder.judgements("link/validation", "p1\tp2\t1");
        assertRefused("validation.tsv", "train, dev or test");
    }

    @Test
    void theSameFileTwiceIsRefused() throws IOException {
        folder.gzip("corpus.jsonl");
        folder.file("corpus.jsonl", GOOD);
        assertRefused("corpus.jsonl.gz: there is corpus.jsonl as well");
        folder = CollectionFolder.sound(temporary.resolve("plain"));
        folder.judgements("test", "q1\tp1\t1");
        assertRefused("test.tsv", "there is", "as well");
    }

    @Test
    void damagedPackedFilesAreRefused() throws IOException {
        folder.gzip("corpus.jsonl");
        byte[] whole = Files.readAllBytes(folder.path().resolve("corpus.jsonl.gz"));
        folder.bytes("corpus.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        assertRefused("corpus.jsonl.gz: the compressed file is damaged or cut off");
        folder.bytes("corpus.jsonl.gz", "no gzip".getBytes(StandardCharsets.UTF_8));
        assertRefused("corpus.jsonl.gz: the compressed file is damaged or cut off");
        folder = CollectionFolder.sound(temporary.resolve("zstd"));
        folder.zstd("corpus.jsonl");
        whole = Files.readAllBytes(folder.path().resolve("corpus.jsonl.zst"));
        folder.bytes("corpus.jsonl.zst", Arrays.copyOf(whole, whole.length / 2));
        assertRefused("corpus.jsonl.zst: the compressed file is damaged or cut off");
        folder.bytes("corpus.jsonl.zst", "no zstd at all".getBytes(StandardCharsets.UTF_8));
        assertRefused("corpus.jsonl.zst: the compressed file is damaged or cut off");
    }

    @Test
    void anEmptyPaperIsFineUnlessAskedFor() throws IOException {
        folder.file("corpus.jsonl", GOOD, "{\"_id\": \"p2\", \"title\": \" \"}", "{\"_id\": \"p3\"}");
        LiteratureCollection.open(folder.path()).close();
        assertRefused(
                ReadOptions.DEFAULTS.refusingEmptyPapers(), "2 lines", "corpus.jsonl:2: the paper \"p2\" has neither");
    }

    @Test
    void labelsWithoutNameAndQueriesWithoutTextAreRefused() throws IOException {
        folder.file("labels.jsonl", "{\"_id\": \"l1\", \"title\": \"a\"}");
        assertRefused("labels.jsonl:1: the label \"l1\" has no name");
        folder = CollectionFolder.sound(temporary.resolve("queries"));
        folder.file("queries.jsonl", "{\"_id\": \"q1\", \"query\": \"a\"}");
        assertRefused("queries.jsonl:1: the query \"q1\" has no text");
    }

    @Test
    void ofManyProblemsTheFirstFewAreShownAndAllCounted() throws IOException {
        String[] lines = IntStream.range(0, 1_000)
                .mapToObj(i -> i % 2 == 0 ? "nonsense" : "{}")
                .toArray(String[]::new);
        folder.file("corpus.jsonl", lines);
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> LiteratureCollection.open(folder.path()))
                .withMessageContaining("1,000 lines that cannot be used; the first 5:")
                .withMessageContaining("corpus.jsonl:1: not valid JSON")
                .withMessageContaining("corpus.jsonl:2: no _id")
                .withMessageNotContaining("corpus.jsonl:6:")
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(7));
    }

    private void assertRefused(String... parts) {
        assertRefused(ReadOptions.DEFAULTS, parts);
    }

    private void assertRefused(ReadOptions options, String... parts) {
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> LiteratureCollection.open(folder.path(), options))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(parts));
    }
}
