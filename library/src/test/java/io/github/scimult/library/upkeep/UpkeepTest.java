package io.github.scimult.library.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.library.indexing.LibraryBuild;
import io.github.scimult.library.indexing.LibraryUpgrade;
import io.github.scimult.library.live.LibraryFixture;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.live.LiveLibrary;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.IndexUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are exported, backed up, compacted, checked and made of older indexes. */
class UpkeepTest {
    private static final Verdict VERDICT = new Verdict(Task.SEARCH, "drawing", "1", true);
    private static final Paper NEW = new Paper(
            "4",
            "Knitting",
            "Wool.",
            new PaperMetadata(2024, "", List.of("Bo"), List.of("1"), Map.of("doi", "10.1/4", "language", "en")));

    @TempDir
    private Path folder;

    private LibraryFolder changed() throws IOException {
        LibraryFolder library = LibraryFixture.library(folder);
        try (LiveLibrary live = LiveLibrary.open(library.root(), LibraryFixture::open)) {
            live.give(VERDICT);
            live.write(List.of(new Change.PutPaper(NEW), new Change.DeletePaper("2")));
            live.write(List.of(new Change.JudgeLabel("4", "t", LabelDecision.ASSIGNED)));
        }
        return library;
    }

    private static int papers(LiveLibrary live) throws IOException {
        return live.read(served -> served.index().papers());
    }

    @Test
    void anExportHasEverythingAndCanBeIndexedAgain() throws IOException {
        Path out = folder.resolve("export");
        LibraryExport.write(changed(), out);
        try (LiteratureCollection exported = LiteratureCollection.open(out)) {
            assertThat(exported.papers().get(exported.papers().row("4"))).isEqualTo(NEW);
            assertThat(exported.papers().get(0).metadata().other()).containsEntry("doi", "10.1/1");
            assertThat(exported.papers().row("2")).isEqualTo(-1);
            assertThat(exported.judgements(Task.CLASSIFICATION, Split.TRAIN).queries())
                    .isEqualTo(2);
            assertThat(Files.readString(out.resolve("feedback.jsonl"))).contains("\"query\":\"drawing\"");
            assertThat(LibraryBuild.ofCollection(folder.resolve("again"), exported)
                            .origin()
                            .change())
                    .isZero();
        }
    }

    @Test
    void aBackupIsALibraryOfWhichAnIndexCanBeMade() throws IOException {
        LibraryFolder library = changed();
        LibraryFolder copy = new LibraryFolder(folder.resolve("backup"));
        LibraryBackup.write(library, copy.root());
        assertThatThrownBy(copy::index)
                .hasMessageContaining("has no index yet")
                .hasMessageContaining("library reindex");
        LibraryFixture.reindex(copy, "other");
        try (LiveLibrary live = LiveLibrary.open(copy.root(), LibraryFixture::open)) {
            List<String> labels =
                    live.read(served -> served.index().paper("4").orElseThrow().labels());
            assertThat(labels).containsExactly("t");
            assertThat(live.feedback()).containsExactly(VERDICT);
        }
    }

    @Test
    void compactingShortensTheJournalAndChangesNothingElse() throws IOException {
        LibraryFolder library = changed();
        Path before = folder.resolve("before");
        LibraryExport.write(library, before);
        long length = Files.size(library.journal().file());
        assertThat(LibraryCompaction.run(library)).isEqualTo(3);
        assertThat(Files.size(library.journal().file())).isLessThan(length);
        Path after = folder.resolve("after");
        LibraryExport.write(library, after);
        try (LiteratureCollection one = LiteratureCollection.open(before);
                LiteratureCollection other = LiteratureCollection.open(after)) {
            assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
        }
        try (LiveLibrary live = LiveLibrary.open(library.root(), LibraryFixture::open)) {
            live.write(List.of(new Change.DeletePaper("3")));
            assertThat(papers(live)).isEqualTo(2);
            assertThat(live.feedback()).containsExactly(VERDICT);
            LibraryCompaction.run(library);
            live.write(List.of(new Change.PutPaper(new Paper("5", "after it", ""))));
            assertThat(papers(live)).isEqualTo(3);
        }
    }

    @Test
    void aCheckTellsWhatTheIndexLacksAndHasTooMuch() throws IOException {
        LibraryFolder library = changed();
        LibraryCheck.Outcome good = LibraryCheck.run(library);
        assertThat(good.missing()).isEmpty();
        assertThat(good.surplus()).isEmpty();
        assertThat(good.papers()).isEqualTo(3);
        assertThat(good.indexedUpTo()).isEqualTo(good.lastChange()).isEqualTo(3);
        try (IndexUpdate update = IndexUpdate.open(library.index(), new WordCountEncoder(), LibraryFixture.FIRST)) {
            update.deletePaper("1");
            update.putPapers(List.of(new Paper("stray", "stray", "")));
            update.commit();
        }
        LibraryCheck.Outcome bad = LibraryCheck.run(library);
        assertThat(bad.missing()).containsExactly("1");
        assertThat(bad.surplus()).containsExactly("stray");
    }

    @Test
    void anIndexOfAnEarlierVersionBecomesALibraryWithWhatCameThroughItsApi() throws IOException {
        Path root = folder.resolve("old");
        Path papers = LibraryFixture.collection(folder.resolve("papers"));
        try (LiteratureCollection collection = LiteratureCollection.open(papers)) {
            new IndexBuilder(collection, new WordCountEncoder(), (done, total) -> {})
                    .build(root, "m", "m", () -> false);
            try (IndexUpdate update = IndexUpdate.open(root, new WordCountEncoder(), "m")) {
                update.putPapers(List.of(NEW));
                update.deletePaper("2");
                update.commit();
            }
            Files.writeString(
                    root.resolve("feedback.jsonl"),
                    "{\"time\":\"t\",\"task\":\"search\",\"query\":\"drawing\",\"answer\":\"1\",\"useful\":true}\n");
            assertThatThrownBy(() -> LibraryBuild.ofCollection(root, collection))
                    .hasMessageContaining("library upgrade");
            assertThat(LibraryUpgrade.run(root, collection)).isEqualTo(3);
        }
        LibraryFolder library = new LibraryFolder(root);
        try (LiveLibrary live = LiveLibrary.open(root, LibraryFixture::open)) {
            assertThat(papers(live)).isEqualTo(3);
            assertThat(live.feedback()).containsExactly(VERDICT);
        }
        assertThat(LibraryCheck.run(library).missing()).isEmpty();
        Path out = folder.resolve("export");
        LibraryExport.write(library, out);
        try (LiteratureCollection exported = LiteratureCollection.open(out)) {
            assertThat(exported.papers().row("4")).isNotNegative();
            assertThat(exported.papers().row("2")).isEqualTo(-1);
        }
    }
}
