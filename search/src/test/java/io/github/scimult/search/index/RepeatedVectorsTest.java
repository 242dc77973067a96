package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.field.AnnRecall;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of papers with one and the same vector, among others. */
class RepeatedVectorsTest {
    private static final int EQUAL = 5_000;
    private static final int OTHERS = 100;

    @TempDir
    private Path folder;

    /** Texts that begin with a number have a vector of their own, drawn by it; all others have one. */
    private static final SeededVectors BY_NUMBER = new SeededVectors("drawn", 32, RepeatedVectorsTest::number);

    private static long number(String text) {
        String first = text.split(" ")[0];
        return first.chars().allMatch(Character::isDigit) ? Integer.parseInt(first) : -1;
    }

    private Path index(VectorStorage storage) throws IOException {
        Path collection = folder.resolve("equal");
        try (CollectionWriter writer = CollectionWriter.create(collection)) {
            for (int paper = 0; paper < EQUAL; paper++) {
                writer.add(new Paper("e" + paper, "equal " + paper, ""));
                if (paper % (EQUAL / OTHERS) == 0) {
                    writer.add(new Paper("o" + paper, paper + " other", ""));
                }
            }
            writer.commit();
        }
        Path out = folder.resolve("index");
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            assertThat(new IndexBuilder(opened, BY_NUMBER, (done, total) -> {})
                            .storing(storage)
                            .build(out, "m", "f", () -> false))
                    .isTrue();
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource(VectorStorage.class)
    void everyOtherPaperIsFoundAndRecallIsThatOfAnExactSearch(VectorStorage storage) throws IOException {
        try (LiteratureIndex index = LiteratureIndex.open(index(storage), BY_NUMBER, "f")) {
            double recall = 0;
            for (int paper = 0; paper < EQUAL; paper += EQUAL / OTHERS) {
                SegmentedText text = SegmentedText.of(Integer.toString(paper));
                PaperQuery nearest =
                        PaperQuery.of(Task.LINK, text).bm25Weight(0).limit(1);
                assertThat(index.papers(nearest))
                        .extracting(hit -> hit.paper().id())
                        .containsExactly("o" + paper);
                float[] vector = BY_NUMBER.vector(text.plain());
                recall += index.ask(snapshot -> new AnnRecall(snapshot.nearest())
                        .recall(snapshot.space().field(Task.LINK, IndexField.PAPER), Similarity.unit(vector), 100));
            }
            assertThat(recall / OTHERS).isGreaterThanOrEqualTo(0.95);
            assertThat(index.recall(Task.LINK, 20, 100, 1)).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void theGraphKeepsAVectorWhosePaperIsReplacedAndRepetitionsAreFoundAfterItsDeletion() throws IOException {
        Path out = index(VectorStorage.FLOAT32);
        try (IndexUpdate update = IndexUpdate.open(out, BY_NUMBER, "f")) {
            update.putPapers(List.of(new Paper("o0", "0 other", "")));
            update.putPapers(List.of(new Paper("new", "50 other again", "")));
            update.deletePaper("o50");
            update.deletePaper("e0");
            update.commit();
        }
        try (LiteratureIndex index = LiteratureIndex.open(out, BY_NUMBER, "f")) {
            assertThat(nearest(index, "0")).isEqualTo("o0");
            assertThat(nearest(index, "50")).isEqualTo("new");
            assertThat(nearest(index, "equal")).startsWith("e").isNotEqualTo("e0");
        }
    }

    private static String nearest(LiteratureIndex index, String text) throws IOException {
        List<SearchHit> hits = index.papers(
                PaperQuery.of(Task.LINK, SegmentedText.of(text)).bm25Weight(0).limit(1));
        return hits.getFirst().paper().id();
    }
}
