package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.fixture.CollectionFolder;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionSummaryTest {
    @TempDir
    Path temporary;

    @Test
    void everythingIsCounted() throws IOException {
        CollectionFolder folder = CollectionFolder.sound(temporary.resolve("c"));
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            CollectionSummary summary = CollectionSummary.of(collection);
            assertThat(summary.papers()).isEqualTo(3);
            assertThat(summary.papersWithoutAbstract()).isEqualTo(1);
            assertThat(summary.papersWithoutText()).isZero();
            assertThat(summary.labels()).isEqualTo(2);
            assertThat(summary.labelsWithoutDefinition()).isEqualTo(1);
            assertThat(summary.queries()).isEqualTo(1);
            assertThat(summary.judged())
                    .containsExactly(
                            new CollectionSummary.Judged(Task.CLASSIFICATION, Split.TRAIN, 2, 3, 0),
                            new CollectionSummary.Judged(Task.LINK, Split.DEV, 1, 1, 1),
                            new CollectionSummary.Judged(Task.SEARCH, Split.TEST, 1, 1, 1));
        }
    }

    @Test
    void theTableReadsWell() throws IOException {
        CollectionFolder folder = CollectionFolder.sound(temporary.resolve("c"));
        folder.file("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"what is attention\"}", "nonsense");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path(), ReadOptions.SKIP_BAD_RECORDS)) {
            assertThat(CollectionSummary.of(collection).table()).isEqualToNormalizingNewlines("""
                            c
                                       3 papers, 1 without abstract
                                       2 labels, 1 without definition
                                       1 query

                              task            split      queries  relevant pairs   a query  not relevant
                              classification  train            2               3       1.5             0
                              link            dev              1               1       1.0             1
                              search          test             1               1       1.0             1

                            left out of queries.jsonl: 1 (1 not JSON)
                            """);
        }
    }

    @Test
    void theCorpusAloneHasNoRowsOfZeros() throws IOException {
        CollectionFolder folder = new CollectionFolder(temporary.resolve("c"));
        folder.file("corpus.jsonl", "{\"_id\": \"p1\"}", "{\"_id\": \"p2\", \"title\": \"A\"}");
        try (LiteratureCollection collection = LiteratureCollection.open(folder.path())) {
            assertThat(CollectionSummary.of(collection).table()).isEqualToNormalizingNewlines("""
                            c
                                       2 papers, 2 without abstract, 1 with neither title nor text
                              no judgements
                            """);
        }
    }
}
