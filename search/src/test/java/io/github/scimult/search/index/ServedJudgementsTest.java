package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.LabelNeighbourhood;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index serves the judgements of the splits that it was told to serve, and no others. */
class ServedJudgementsTest {
    private static final TextEncoder ENCODER = new WordCountEncoder();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(folder.resolve("papers"))) {
            for (String id : List.of("train", "dev", "test", "cited")) {
                writer.add(new Paper(id, "On " + id, "A text."));
            }
            writer.add(new Label("l", "label", ""));
            for (Split split : Split.values()) {
                writer.add(Task.CLASSIFICATION, split, new Judgement(split.lowerCaseName(), "l", 1));
                writer.add(Task.LINK, split, new Judgement(split.lowerCaseName(), "cited", 1));
            }
            writer.add(Task.parse("link-co-view"), Split.TRAIN, new Judgement("train", "dev", 1));
            writer.commit();
        }
    }

    private boolean build(Set<Split> splits) throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.resolve("papers"))) {
            return new IndexBuilder(collection, ENCODER, (done, total) -> {})
                    .serving(splits)
                    .build(folder.resolve("index"), "m", "f", () -> false);
        }
    }

    private LiteratureIndex open() throws IOException {
        return LiteratureIndex.open(folder.resolve("index"), ENCODER, "f");
    }

    @Test
    void labelsAndCitationsAreThoseOfTheChosenSplits() throws IOException {
        build(EnumSet.of(Split.TRAIN, Split.TEST));
        try (LiteratureIndex index = open()) {
            for (String id : List.of("train", "test")) {
                assertThat(index.paper(id).orElseThrow().labels()).containsExactly("l");
                assertThat(index.paper(id).orElseThrow().references()).containsExactly("cited");
            }
            assertThat(index.paper("dev").orElseThrow().labels()).isEmpty();
            assertThat(index.paper("dev").orElseThrow().references()).isEmpty();
            assertThat(index.citing("cited", 9)).extracting(IndexedPaper::id).containsExactly("train", "test");
            assertThat(index.facts().splits()).containsExactlyInAnyOrder(Split.TRAIN, Split.TEST);
        }
    }

    @Test
    void byDefaultTheJudgementsOfAllSplitsAreServed() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder.resolve("papers"))) {
            new IndexBuilder(collection, ENCODER, (done, total) -> {})
                    .build(folder.resolve("index"), "m", "f", () -> false);
        }
        try (LiteratureIndex index = open()) {
            for (Split split : Split.values()) {
                IndexedPaper paper = index.paper(split.lowerCaseName()).orElseThrow();
                assertThat(paper.labels()).containsExactly("l");
                assertThat(paper.references()).containsExactly("cited");
            }
        }
    }

    @Test
    void papersThatAreExcludedMakeRoomForOthersAmongTheNeighbours() throws IOException {
        build(EnumSet.allOf(Split.class));
        try (LiteratureIndex index = open()) {
            SegmentedText text = SegmentedText.of("On dev", "A text.");
            float[] vector = ENCODER.encode(List.of(text), Task.CLASSIFICATION)[0];
            LabelNeighbourhood near = index.neighbourhood(
                    new LabelNeighbourhood.Query(text, vector, EnumSet.allOf(Split.class), Set.of("dev")),
                    new LabelNeighbourhood.Size(1, 2));
            assertThat(near.byVectors())
                    .extracting(LabelNeighbourhood.LabelledPaper::id)
                    .containsExactlyInAnyOrder("train", "test");
            assertThat(near.byBm25())
                    .extracting(LabelNeighbourhood.LabelledPaper::id)
                    .containsExactlyInAnyOrder("train", "test");
        }
    }

    @Test
    void aPaperThatIsReplacedKeepsItsLabelsAndCitations() throws IOException {
        build(EnumSet.allOf(Split.class));
        try (IndexUpdate update = IndexUpdate.open(folder.resolve("index"), ENCODER, "f")) {
            update.putPapers(List.of(new Paper("dev", "Another title", "")));
            update.commit();
        }
        try (LiteratureIndex index = open()) {
            IndexedPaper replaced = index.paper("dev").orElseThrow();
            assertThat(replaced.title()).isEqualTo("Another title");
            assertThat(replaced.labels()).containsExactly("l");
            assertThat(replaced.references()).containsExactly("cited");
        }
    }

    @Test
    void anIndexIsNotResumedWithOtherSplits() throws IOException {
        build(Set.of(Split.TRAIN));
        assertThatThrownBy(() -> build(EnumSet.of(Split.TRAIN, Split.DEV)))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("started with the judgements of train, not of train,dev");
    }
}
