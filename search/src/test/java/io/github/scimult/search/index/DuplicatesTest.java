package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of one paper, and papers of one title. */
class DuplicatesTest {
    private static final String ABSTRACT =
            "We lay out large graphs by forces between their nodes, much faster than before.";

    @TempDir
    private Path folder;

    private LiteratureIndex index(Paper... papers) throws IOException {
        return IndexFixture.of(folder, List.of(papers));
    }

    private static Paper paper(String id, String title, String text, Integer year, String author, String doi) {
        Map<String, Object> other = doi.isEmpty() ? Map.of() : Map.of("DOI", doi);
        List<String> authors = author.isEmpty() ? List.of() : List.of(author);
        return new Paper(id, title, text, new PaperMetadata(year, "", authors, List.of(), other));
    }

    private static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.paper().id()).sorted().toList();
    }

    private static PaperQuery search(String words) {
        return PaperQuery.of(Task.SEARCH, SegmentedText.of(words));
    }

    @Test
    void threeEditorialsAreThreePapers() throws IOException {
        try (LiteratureIndex index = index(
                paper("1", "Editorial", "", 2001, "Ann Lee", ""),
                paper("2", "Editorial", "", 2002, "Ann Lee", ""),
                paper("3", "Editorial", "", 2001, "Bob Ray", ""),
                paper("4", "Editorial", "On coral reefs.", 2001, "Ann Lee", ""),
                paper("5", "Editorial", "", 2001, "Ann Lee", "10.1/a"))) {
            List<SearchHit> hits = index.papers(search("editorial"));
            assertThat(ids(hits)).contains("2", "3", "4").hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void recordsOfOnePaperAreOneResultWithTheirNumberAndEachIsReached() throws IOException {
        try (LiteratureIndex index = index(
                paper("published", "Drawing large graphs by forces", ABSTRACT, 2005, "Ann Lee", "10.1/x"),
                paper("again", "Drawing Large Graphs by Forces.", ABSTRACT, 2005, "A. Lee", ""),
                paper("doi", "A title with an error", "", null, "", "https://doi.org/10.1/X"),
                paper("titled", "Drawing large graphs by forces", "", 2004, "Lee, Ann", ""),
                paper("other", "Drawing large graphs by forces", "", 1990, "Eve Doe", ""),
                paper("trees", "Drawing trees", "Trees are graphs.", 2005, "Ann Lee", ""))) {
            List<SearchHit> hits = index.papers(search("drawing large graphs by forces"));
            assertThat(ids(hits)).hasSize(3).contains("other", "trees");
            assertThat(hits.stream().mapToInt(SearchHit::duplicates).sum()).isEqualTo(3);
            assertThat(ids(index.papers(search("drawing large graphs by forces").duplicates(true))))
                    .containsExactly("again", "doi", "other", "published", "titled", "trees");
        }
    }

    @Test
    void aThousandCopiesAreOneResultAndLeaveRoomForOthers() throws IOException {
        Paper[] papers = new Paper[1_004];
        for (int copy = 0; copy < 1_000; copy++) {
            papers[copy] = paper("c" + copy, "Drawing large graphs by forces", ABSTRACT, 2005, "Ann Lee", "");
        }
        for (int other = 0; other < 4; other++) {
            papers[1_000 + other] = paper("o" + other, "Graphs of kind" + other, "Kind" + other, 2000, "Eve", "");
        }
        try (LiteratureIndex index = index(papers)) {
            List<SearchHit> hits =
                    index.papers(search("drawing large graphs by forces").limit(5));
            assertThat(hits).hasSize(5);
            assertThat(hits.getFirst().duplicates()).isEqualTo(999);
            assertThat(ids(hits)).contains("o0", "o1", "o2", "o3");
        }
    }

    @Test
    void recommendationsContainNeitherThePaperNorItsTwin() throws IOException {
        try (LiteratureIndex index = index(
                paper("a", "Drawing large graphs by forces", ABSTRACT, 2005, "Ann Lee", ""),
                paper("preprint", "Drawing large graphs by forces", ABSTRACT + " A preprint.", 2004, "Ann Lee", ""),
                paper("b", "Graphs and forces", "Graphs have nodes.", 2001, "Eve Doe", ""))) {
            for (SegmentedText asked : List.of(
                    SegmentedText.of("Drawing large graphs by forces", ABSTRACT),
                    SegmentedText.of("Drawing large graphs by forces"))) {
                PaperQuery about = PaperQuery.of(Task.LINK, asked).withoutAsked(true);
                assertThat(ids(index.papers(about))).containsExactly("b");
                assertThat(ids(index.papers(about.duplicates(true)))).containsExactly("b");
            }
        }
    }
}
