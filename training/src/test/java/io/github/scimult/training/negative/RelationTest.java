package io.github.scimult.training.negative;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More papers than are read at once: two neighbours have one author, every third has the same venue or none. */
class RelationTest {
    private static final int PAPERS = Relation.READ_AT_ONCE + 6;
    private static final int LAST = PAPERS - 2;

    @Test
    void authorsAndVenuesAreFoundByReadingEachPaperOnce() {
        AtomicIntegerArray read = new AtomicIntegerArray(PAPERS);
        List<Relation> relations = Relation.byMetadata(new Papers(read));

        assertThat(IntStream.range(0, PAPERS).map(read::get)).containsOnly(1);
        Relation sameAuthor = relations.getFirst();
        Relation sameVenue = relations.getLast();
        assertThat(sameAuthor.name()).isEqualTo("same author");
        assertThat(related(sameAuthor, LAST)).containsExactly(LAST, LAST + 1);
        assertThat(related(sameAuthor, 0)).containsExactly(0, 1);
        assertThat(sameVenue.name()).isEqualTo("same venue");
        assertThat(related(sameVenue, LAST))
                .hasSize(PAPERS / 3)
                .startsWith(2, 5, 8)
                .endsWith(LAST - 6, LAST - 3, LAST);
        assertThat(related(sameVenue, 0)).as("no venue is none").isEmpty();
    }

    private static int[] related(Relation relation, int paper) {
        return IntStream.range(0, relation.degree(paper))
                .map(index -> relation.related(paper, index))
                .toArray();
    }

    private record Papers(AtomicIntegerArray read) implements RecordStore<Paper> {
        @Override
        public int size() {
            return PAPERS;
        }

        @Override
        public String id(int row) {
            return "p" + row;
        }

        @Override
        public int row(String id) {
            return Integer.parseInt(id.substring(1));
        }

        @Override
        public Paper get(int row) {
            read.incrementAndGet(row);
            String venue = row % 3 == 0 ? " " : "venue " + row % 3;
            PaperMetadata metadata =
                    new PaperMetadata(2000, venue, List.of("author " + row / 2, ""), List.of(), Map.of());
            return new Paper(id(row), "title", "", metadata);
        }
    }
}
