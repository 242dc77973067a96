package io.github.scimult.library.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.indexing.IndexMap;
import io.github.scimult.search.index.IndexedRecords;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library is read and changed by many at once, and nothing that was acknowledged is lost. */
class LiveLibraryTest {
    @TempDir
    private Path folder;

    private LibraryFolder place;

    @BeforeEach
    void build() throws IOException {
        place = LibraryFixture.library(folder);
    }

    private static String model(LiveLibrary library) throws IOException {
        return library.read(served -> served.index().facts().modelFingerprint());
    }

    private static List<String> labels(LiveLibrary library, String paper) throws IOException {
        return library.read(served -> served.index().paper(paper).orElseThrow().labels());
    }

    private static List<String> labelIds(LiveLibrary library) throws IOException {
        return library.read(served -> served.index().labels()).stream()
                .map(IndexedLabel::id)
                .toList();
    }

    @Test
    void whatIsWrittenIsFoundAtOnceAndAfterTheNextStart() throws IOException {
        try (LiveLibrary library = LibraryFixture.open(place)) {
            assertThat(library.write(List.of(LibraryFixture.put("4", "Knitting wool"))))
                    .isTrue();
            assertThat(LibraryFixture.has(library, "4")).isTrue();
            PaperQuery knitting =
                    PaperQuery.of(Task.SEARCH, SegmentedText.of("knitting")).limit(1);
            assertThat(library.read(served -> served.index().papers(knitting))
                            .getFirst()
                            .paper()
                            .id())
                    .isEqualTo("4");
            library.write(List.of(new Change.DeletePaper("2")));
        }
        try (LiveLibrary library = LibraryFixture.open(place)) {
            assertThat(LibraryFixture.has(library, "4")).isTrue();
            assertThat(LibraryFixture.has(library, "2")).isFalse();
        }
    }

    @Test
    void aNewerIndexHasAMapWhereTheOneBeforeHasOne() throws IOException {
        LibraryFixture.reindex(place, LibraryFixture.FIRST);
        assertThat(MapFile.isIn(place.index())).isFalse();
        try (LiveLibrary library = LibraryFixture.open(place)) {
            library.read(served -> {
                IndexMap.draw(served.folder(), served.index(), event -> {});
                return served;
            });
        }
        LibraryFixture.reindex(place, LibraryFixture.FIRST);
        assertThat(place.index().getFileName()).hasToString("index-3");
        assertThat(MapFile.isIn(place.index())).isTrue();
    }

    @Test
    void whatIsInTheJournalAloneComesIntoTheIndexAtTheNextStart() throws IOException {
        place.journal().append(List.of(LibraryFixture.put("4", "Knitting wool"), new Change.DeletePaper("1")));
        try (LiveLibrary library = LibraryFixture.open(place)) {
            assertThat(LibraryFixture.has(library, "4")).isTrue();
            assertThat(LibraryFixture.has(library, "1")).isFalse();
        }
    }

    @Test
    void severalProgramsOnOneLibrarySeeEachOthersChanges() throws IOException {
        try (LiveLibrary one = LibraryFixture.open(place);
                LiveLibrary other = LibraryFixture.open(place)) {
            one.write(List.of(LibraryFixture.put("a", "of the first")));
            other.write(List.of(LibraryFixture.put("b", "of the second")));
            assertThat(LibraryFixture.has(other, "a")).isTrue();
            one.write(List.of(LibraryFixture.put("c", "of the first again")));
            assertThat(LibraryFixture.has(one, "b")).isTrue();
        }
    }

    @Test
    void whenTheProgramThatBringsChangesInEndsAnotherTakesOver() throws IOException {
        LiveLibrary first = LibraryFixture.open(place);
        try (LiveLibrary second = LibraryFixture.open(place)) {
            first.write(List.of(LibraryFixture.put("a", "before")));
            first.close();
            second.write(List.of(LibraryFixture.put("b", "after")));
            assertThat(LibraryFixture.has(second, "a")).isTrue();
            assertThat(LibraryFixture.has(second, "b")).isTrue();
        }
    }

    @Test
    void labelsAreAssignedRejectedRenamedMergedAndDeleted() throws IOException {
        try (LiveLibrary library = LibraryFixture.open(place)) {
            library.write(List.of(
                    new Change.JudgeLabel("2", "g", LabelDecision.ASSIGNED),
                    new Change.JudgeLabel("3", "g", LabelDecision.REJECTED)));
            assertThat(labels(library, "2")).containsExactly("g");
            assertThat(library.read(served -> served.index().judgements("3")).rejected())
                    .containsExactly("g");
            List<Tag> suggested =
                    library.read(served -> served.tagger().tags(SegmentedText.of("graphs"), Set.of("3"), 5, true));
            assertThat(suggested).extracting(tag -> tag.label().id()).doesNotContain("g");
            library.write(List.of(new Change.PutLabel(new Label("g", "networks", ""))));
            assertThat(library.read(served -> served.index().judgements("2"))
                            .labels()
                            .getFirst()
                            .name())
                    .isEqualTo("networks");
            library.write(List.of(new Change.MergeLabel("g", "t")));
            assertThat(labels(library, "1")).containsExactly("t");
            assertThat(labels(library, "2")).containsExactly("t");
            library.write(List.of(new Change.JudgeLabel("1", "t", LabelDecision.CLEARED)));
            assertThat(labels(library, "1")).isEmpty();
            library.write(List.of(new Change.DeleteLabel("t")));
            assertThat(labels(library, "2")).isEmpty();
            assertThat(labelIds(library)).isEmpty();
        }
    }

    @Test
    void aNewerIndexTakesThePlaceOfTheServedOneWithAllThatWasWrittenMeanwhile() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        try (LiveLibrary library = LibraryFixture.open(place);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            library.give(new Verdict(Task.SEARCH, "drawing", "1", true));
            library.write(List.of(LibraryFixture.put("before", "before the newer model")));
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                String name = "w" + number + "-";
                writers.add(threads.submit(() -> writeUntil(ended, library, name)));
            }
            Future<Integer> reader = threads.submit(() -> readUntil(ended, library));
            LibraryFixture.reindex(place, "second");
            while (!model(library).equals("second")) {
                assertThat(LibraryFixture.has(library, "before")).isTrue();
            }
            ended.set(true);
            for (Future<List<String>> writer : writers) {
                for (String id : writer.get()) {
                    assertThat(LibraryFixture.has(library, id)).as(id).isTrue();
                }
            }
            assertThat(reader.get()).isPositive();
            assertThat(library.feedback()).hasSize(1);
            assertThat(LibraryFixture.has(library, "before")).isTrue();
        }
    }

    private static List<String> writeUntil(AtomicBoolean ended, LiveLibrary library, String name) throws IOException {
        List<String> written = new ArrayList<>();
        while (!ended.get()) {
            String id = name + written.size();
            library.write(List.of(LibraryFixture.put(id, "written by " + name)));
            assertThat(LibraryFixture.has(library, id)).as("its own write").isTrue();
            written.add(id);
        }
        return written;
    }

    private static int readUntil(AtomicBoolean ended, LiveLibrary library) throws IOException {
        int found = 0;
        PaperQuery drawing =
                PaperQuery.of(Task.SEARCH, SegmentedText.of("drawing")).limit(2);
        while (!ended.get()) {
            List<SearchHit> hits = library.read(served -> served.index().papers(drawing));
            assertThat(hits).hasSize(2);
            found++;
        }
        return found;
    }

    @Test
    void manySmallWritesDoNotLeaveManySegments() throws IOException {
        try (LiveLibrary library = LibraryFixture.open(place)) {
            for (int i = 0; i < 120; i++) {
                library.write(List.of(LibraryFixture.put("p" + i, "paper number " + i)));
            }
        }
        try (IndexedRecords records = IndexedRecords.open(place.index())) {
            assertThat(records.segments()).isLessThan(25);
            List<String> ids = new ArrayList<>();
            records.papers(paper -> ids.add(paper.id()));
            assertThat(ids).hasSize(123);
        }
    }

    @Test
    void anIndexWithoutALibraryKeepsItsChangesBesideItself() throws IOException {
        Path index = place.index();
        try (LiveLibrary library = LiveLibrary.open(index, LibraryFixture::open)) {
            library.write(List.of(LibraryFixture.put("4", "Knitting")));
        }
        try (LiveLibrary library = LiveLibrary.open(index, LibraryFixture::open)) {
            assertThat(library.read(served -> served.index().paper("4")).map(IndexedPaper::title))
                    .contains("Knitting");
            assertThat(labelIds(library)).containsExactly("g", "t");
        }
    }
}
