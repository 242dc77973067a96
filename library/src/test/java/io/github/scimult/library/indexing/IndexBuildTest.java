package io.github.scimult.library.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.TopicCollection;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.VectorStorage;
import io.github.scimult.search.map.MapFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What building an index reports, leaves behind, and goes on with. */
class IndexBuildTest {
    @TempDir
    private static Path shared;

    private static LiteratureCollection collection;

    @TempDir
    private Path folder;

    private final List<IndexingEvent> events = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        collection = TopicCollection.open(shared.resolve("topics"));
    }

    @AfterAll
    static void close() {
        collection.close();
    }

    private static IndexBuild build(String fingerprint) {
        return new IndexBuild(collection, "minilm", fingerprint, new WordCountEncoder(), IndexOptions.DEFAULTS);
    }

    private <T extends IndexingEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void aBuildReportsItsPapersAndThatItIsComplete() throws IOException {
        Path index = folder.resolve("index");
        assertThat(build("f").run(index, events::add, () -> false)).isTrue();
        IndexingEvent.Complete complete = events(IndexingEvent.Complete.class).getFirst();
        assertThat(complete.index()).isEqualTo(index);
        assertThat(complete.papers()).isEqualTo(TopicCollection.PAPERS);
        assertThat(complete.labels()).isEqualTo(12);
        assertThat(complete.seconds()).isPositive();
        assertThat(events(IndexingEvent.Stopped.class)).isEmpty();
        List<IndexingEvent.Indexed> progress = events(IndexingEvent.Indexed.class);
        assertThat(progress).isNotEmpty().isSortedAccordingTo((a, b) -> Integer.compare(a.done(), b.done()));
        assertThat(progress.getLast().done()).isEqualTo(progress.getLast().total());
    }

    @Test
    void theWeightOfEachTaskWithADevSplitIsTunedOnce() throws IOException {
        Path index = folder.resolve("index");
        build("f").run(index, events::add, () -> false);
        assertThat(events(IndexingEvent.FusionTuned.class))
                .isNotEmpty()
                .allSatisfy(tuned -> assertThat(tuned.outcome().weight()).isNotNegative())
                .extracting(tuned -> tuned.task().family())
                .doesNotHaveDuplicates();
        events.clear();
        build("f").run(index, events::add, () -> false);
        assertThat(events(IndexingEvent.FusionTuned.class)).isEmpty();
    }

    @Test
    void whatIsStoppedSaysSoAndTheSameCallFinishesIt() throws IOException {
        Path index = folder.resolve("index");
        assertThat(build("f").run(index, events::add, () -> true)).isFalse();
        assertThat(events.getLast()).isInstanceOf(IndexingEvent.Stopped.class);
        assertThatThrownBy(() -> LiteratureIndex.open(index, new WordCountEncoder(), "f"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(index.toString());
        assertThat(build("f").run(index, events::add, () -> false)).isTrue();
        try (LiteratureIndex whole = LiteratureIndex.open(index, new WordCountEncoder(), "f")) {
            assertThat(whole.papers()).isEqualTo(TopicCollection.PAPERS);
            assertThat(whole.papers(PaperQuery.of(Task.SEARCH, SegmentedText.of("topicaword1 topicaword2"))))
                    .hasSize(10);
        }
    }

    @Test
    void aHalfBuiltIndexIsNotFinishedWithAnotherModel() throws IOException {
        Path index = folder.resolve("index");
        build("f").run(index, events::add, () -> true);
        assertThatThrownBy(() -> build("other").run(index, events::add, () -> false))
                .hasMessageContaining(index.toString());
    }

    @Test
    void aMapIsDrawnBesideTheIndexAndItsRoundsAreReported() throws IOException {
        Path index = folder.resolve("index");
        build("f").run(index, event -> {}, () -> false);
        try (LiteratureIndex opened = LiteratureIndex.open(index, new WordCountEncoder(), "f")) {
            IndexMap.draw(index, opened, events::add);
        }
        assertThat(MapFile.isIn(index)).isTrue();
        assertThat(events(IndexingEvent.DrawingMap.class).getFirst().rounds()).isZero();
        IndexingEvent.DrawingMap last = events(IndexingEvent.DrawingMap.class).getLast();
        assertThat(last.round()).isEqualTo(last.rounds()).isPositive();
        assertThat(events(IndexingEvent.MapDrawn.class).getFirst().papers()).isEqualTo(TopicCollection.PAPERS);
    }

    @Test
    void anIdThatNoIndexTakesCostsItsRecordAloneAndIsSaid() throws IOException {
        String id = "x".repeat(40_000);
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            for (String each : List.of("p1", id, "p2")) {
                writer.add(new Paper(each, "On graphs", "Text of " + each.length()));
                writer.add(new Label(each, "label", ""));
            }
            for (String each : List.of("p1", id, "p2")) {
                writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p1", each, 1));
                writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement(id, each, 1));
                writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("p2", each, 0));
                writer.add(Task.LINK, Split.DEV, new Judgement(id, each, 1));
                writer.add(Task.LINK, Split.DEV, new Judgement("p2", each, 1));
            }
            writer.commit();
        }
        Path index = folder.resolve("index");
        try (LiteratureCollection odd = LiteratureCollection.open(papers)) {
            new IndexBuild(odd, "minilm", "f", new WordCountEncoder(), IndexOptions.DEFAULTS)
                    .run(index, events::add, () -> false);
        }
        assertThat(events(IndexingEvent.Remarked.class))
                .extracting(IndexingEvent.Remarked::sentence)
                .satisfiesExactly(
                        paper -> assertThat(paper).contains("papers left out", "1; ", "40,000 bytes", "xxx…"),
                        label -> assertThat(label).contains("labels left out", "1; ", "at most 32,766"));
        try (LiteratureIndex opened = LiteratureIndex.open(index, new WordCountEncoder(), "f")) {
            assertThat(opened.papers()).isEqualTo(2);
            assertThat(opened.labels()).hasSize(2);
            assertThat(opened.paper("p1").orElseThrow().labels()).containsExactly("p1", "p2");
            assertThat(opened.paper("p2").orElseThrow().references()).containsExactlyInAnyOrder("p1", "p2");
        }
    }

    @Test
    void papersOfWhichTheModelReadsNothingAreCountedAndTheFirstIsNamed() throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            writer.add(new Paper("p1", "On graphs", ""));
            writer.add(new Paper("p2", "\u200b\u200b", "\ue000"));
            writer.add(new Paper("p3", "", ""));
            writer.commit();
        }
        try (LiteratureCollection odd = LiteratureCollection.open(papers)) {
            new IndexBuild(odd, "minilm", "f", new WordCountEncoder(), IndexOptions.DEFAULTS)
                    .run(folder.resolve("index"), events::add, () -> false);
        }
        assertThat(events(IndexingEvent.Remarked.class))
                .singleElement()
                .satisfies(remark -> assertThat(remark.sentence()).contains("reads nothing", "2; the first: p2"));
    }

    @Test
    void theNameOfTheBuiltInModelIsKeptAndAFoldersIsAbsolute() throws IOException {
        Path first = folder.resolve("first");
        build("f").run(first, event -> {}, () -> false);
        assertThat(LiteratureIndex.facts(first).model()).isEqualTo("minilm");
        Path second = folder.resolve("second");
        IndexOptions quantised = new IndexOptions(
                VectorStorage.INT8, Language.ENGLISH, IndexOptions.DEFAULTS.splits(), Optional.empty());
        new IndexBuild(collection, "models/mine", "f", new WordCountEncoder(), quantised)
                .run(second, event -> {}, () -> false);
        assertThat(Path.of(LiteratureIndex.facts(second).model())).isAbsolute().endsWithRaw(Path.of("models/mine"));
        assertThat(LiteratureIndex.facts(second).vectors()).isEqualTo(VectorStorage.INT8);
    }
}
