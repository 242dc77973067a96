package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.LockedException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers and labels come and go in an index that is there, all changes together. */
class IndexUpdateTest {
    @TempDir
    private Path folder;

    private Path place;

    @BeforeEach
    void build() throws IOException {
        place = IndexFixture.index(IndexFixture.small(folder.resolve("small")), folder.resolve("index"));
    }

    private IndexUpdate update() throws IOException {
        return IndexUpdate.open(place, IndexFixture.ENCODER, IndexFixture.FINGERPRINT);
    }

    private LiteratureIndex open() throws IOException {
        return LiteratureIndex.open(place, IndexFixture.ENCODER, IndexFixture.FINGERPRINT);
    }

    private static String first(LiteratureIndex index, String query) throws IOException {
        return index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of(query)).limit(1))
                .getFirst()
                .paper()
                .id();
    }

    @Test
    void anAddedPaperIsFoundAndADeletedOneNoMore() throws IOException {
        try (IndexUpdate update = update()) {
            update.putPapers(List.of(new Paper("5", "Protein folding", "Shapes of proteins.")));
            update.deletePaper("3");
            update.commit();
        }
        try (LiteratureIndex index = open()) {
            assertThat(first(index, "folding proteins")).isEqualTo("5");
            assertThat(first(index, "finding texts by words")).isNotEqualTo("3");
            assertThat(index.paper("3")).isEmpty();
            assertThat(index.papers()).isEqualTo(4);
        }
    }

    @Test
    void aReplacedPaperIsThereOnceAndKeepsItsLabels() throws IOException {
        try (IndexUpdate update = update()) {
            update.putPapers(List.of(new Paper("1", "Tree drawing", "Layouts of trees.")));
            update.commit();
        }
        try (LiteratureIndex index = open()) {
            assertThat(index.papers()).isEqualTo(4);
            assertThat(index.paper("1").orElseThrow().title()).isEqualTo("Tree drawing");
            assertThat(index.paper("1").orElseThrow().labels()).containsExactly("g");
        }
    }

    @Test
    void anAddedLabelIsUsedAtOnce() throws IOException {
        try (IndexUpdate update = update()) {
            update.putLabels(List.of(new Label("p", "proteins", "chains of acids")));
            update.commit();
        }
        try (LiteratureIndex index = open()) {
            assertThat(index.labels(SegmentedText.of("chains of acids"), 1)
                            .getFirst()
                            .label()
                            .id())
                    .isEqualTo("p");
        }
    }

    @Test
    void whatWasNotCommittedIsNotThere() throws IOException {
        try (IndexUpdate update = update()) {
            update.deletePaper("3");
            update.putPapers(List.of(new Paper("5", "Protein folding", "Shapes of proteins.")));
            try (LiteratureIndex meanwhile = open()) {
                assertThat(meanwhile.paper("3")).isPresent();
            }
        }
        try (LiteratureIndex index = open()) {
            assertThat(index.paper("3")).isPresent();
            assertThat(index.paper("5")).isEmpty();
        }
    }

    @Test
    void oneProgramChangesAnIndexAtATimeAndOnlyWithItsModel() throws IOException {
        try (IndexUpdate first = update()) {
            assertThatThrownBy(this::update)
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining("is being changed by another program");
            first.commit();
        }
        assertThatThrownBy(() -> IndexUpdate.open(place, IndexFixture.ENCODER, "of another model"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("was made with the model");
    }

    @Test
    void theCheckComparesWithAnExactSearch() throws IOException {
        Path collection = folder.resolve("many");
        SyntheticCollection.generate(collection, SyntheticSettings.of(1200, 20, 5));
        Path many = IndexFixture.index(collection, folder.resolve("many-index"));
        try (IndexUpdate update = IndexUpdate.open(many, IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            update.deletePaper("p7");
            update.commit();
        }
        try (LiteratureIndex index = LiteratureIndex.open(many, IndexFixture.ENCODER, IndexFixture.FINGERPRINT)) {
            assertThat(index.recall(Task.LINK, 50, 20, 17)).isBetween(0.9, 1.0);
        }
    }
}
