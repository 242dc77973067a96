package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.record.BadRecord;
import io.github.scimult.core.record.Defect;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedRecordsTest {
    @TempDir
    Path temporary;

    @Test
    void badRecordsAreLeftOutAndCounted() throws IOException {
        CollectionFolder folder = CollectionFolder.sound(temporary.resolve("c"));
        folder.file(
                "corpus.jsonl",
                "{\"_id\": \"p1\", \"title\": \"A\"}",
                "nonsense",
                "{\"_id\": \"p2\", \"title\": \"B\"}",
                "{\"_id\": \"p1\", \"title\": \"C\"}",
                "{\"_id\": \"p3\"}",
                "{\"_id\": \"p4\", \"text\": \"D\"}");
        folder.judgements("link/dev", "p1\tp2\t1", "p1\tp3\t1", "p4\tp1\t0.5", "p4\tp2\t1");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path(), ReadOptions.SKIP_BAD_RECORDS)) {
            assertThat(collection.papers().size()).isEqualTo(3);
            assertThat(collection.papers().get(0).title())
                    .as("the first of a repeated id stays")
                    .isEqualTo("A");
            assertThat(collection.papers().get(2).text()).isEqualTo("D");
            assertThat(collection.judgements(Task.LINK, Split.DEV).pairs()).isEqualTo(2);

            SkippedRecords skipped = collection.skipped();
            assertThat(skipped.count()).isEqualTo(5);
            assertThat(skipped.counts())
                    .containsEntry(
                            "corpus.jsonl", Map.of(Defect.NOT_JSON, 1L, Defect.REPEATED_ID, 1L, Defect.NO_TEXT, 1L))
                    .containsEntry("qrels/link/dev.tsv", Map.of(Defect.UNKNOWN_ID, 1L, Defect.BAD_SCORE, 1L));
            assertThat(skipped.first()).extracting(BadRecord::line).containsExactly(2L, 4L, 5L, 3L, 4L);
            assertThat(skipped.report())
                    .contains(
                            "left out of corpus.jsonl: 3 (1 not JSON, 1 an _id used before, 1 neither title nor text)");
        }
    }

    @Test
    void whatWasLeftOutChangesTheFingerprint() throws IOException {
        CollectionFolder folder = CollectionFolder.sound(temporary.resolve("c"));
        folder.file(
                "corpus.jsonl",
                "{\"_id\": \"p1\", \"title\": \"A\"}",
                "{\"_id\": \"p2\"}",
                "{\"_id\": \"p3\", \"text\": \"B\"}");
        try (LiteratureCollection all = LiteratureCollection.open(folder.path());
                LiteratureCollection some = LiteratureCollection.open(folder.path(), ReadOptions.SKIP_BAD_RECORDS)) {
            assertThat(some.papers().size()).isEqualTo(all.papers().size() - 1);
            assertThat(some.fingerprint()).isNotEqualTo(all.fingerprint());
        }
    }

    @Test
    void nothingIsReportedOfASoundCollection() throws IOException {
        CollectionFolder folder = CollectionFolder.sound(temporary.resolve("c"));
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path(), ReadOptions.SKIP_BAD_RECORDS)) {
            assertThat(collection.skipped()).isEqualTo(SkippedRecords.NONE);
            assertThat(collection.skipped().report()).isEmpty();
        }
    }
}
