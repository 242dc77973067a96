package io.github.scimult.exchange.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers as reference managers write them down. */
class CitationFormatTest {
    @TempDir
    private Path folder;

    @Test
    void bibTexIsReadWithItsLatexAsCharacters() {
        List<Paper> papers = papers(CitationFormat.BIBTEX, """
                @comment{kept by hand}
                @inproceedings{erdos59,
                  title = {On {R}andom Graphs: \\alpha\\ and more},
                  author = "Paul Erd{\\H{o}}s and R\\'{e}nyi, Alfr\\'{e}d",
                  booktitle = {Publicationes},
                  year = 1959,
                  abstract = {We study
                     graphs.}
                }
                @misc{untitled, year = 2000}
                """);
        assertThat(papers).hasSize(1);
        Paper paper = papers.getFirst();
        assertThat(paper.id()).isEqualTo("erdos59");
        assertThat(paper.title()).startsWith("On Random Graphs");
        assertThat(paper.text()).isEqualTo("We study graphs.");
        assertThat(paper.metadata().authors()).containsExactly("Paul Erdős", "Rényi, Alfréd");
        assertThat(paper.metadata().venue()).isEqualTo("Publicationes");
        assertThat(paper.metadata().year()).isEqualTo(1959);
    }

    @Test
    void risIsReadWithLinesThatGoOn() {
        List<Paper> papers = papers(CitationFormat.RIS, """
                TY  - JOUR
                TI  - Drawing graphs
                AU  - Author, Ann
                AU  - Writer, Bob
                JO  - GD
                PY  - 2004/05//
                AB  - We lay out
                large graphs.
                DO  - 10.1/x
                ER  -

                TY  - BOOK
                T1  - Trees
                ER  -
                """);
        assertThat(papers).extracting(Paper::id).containsExactly("10.1/x", "entry-2");
        Paper first = papers.getFirst();
        assertThat(first.text()).isEqualTo("We lay out large graphs.");
        assertThat(first.metadata().authors()).containsExactly("Author, Ann", "Writer, Bob");
        assertThat(first.metadata().year()).isEqualTo(2004);
        assertThat(first.metadata().venue()).isEqualTo("GD");
    }

    private static List<Paper> papers(CitationFormat format, String text) {
        return format.read(text).papers();
    }

    @Test
    void aFileOfNothingUsableIsRefusedWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("my.ris"), "TY  - JOUR\nAU  - Drawing\n");
        assertThatThrownBy(() -> CitationFormat.readFile(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("my.ris:1", "no title");
        Path empty = Files.writeString(folder.resolve("my.bib"), "");
        assertThatThrownBy(() -> CitationFormat.readFile(empty))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("my.bib", "no record of BibTeX");
        assertThatThrownBy(() -> CitationFormat.readFile(folder.resolve("my.txt")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("*.bib");
        assertThatThrownBy(() -> CitationFormat.readFile(folder.resolve("none.bib")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("none.bib", "no such file");
    }

    @Test
    void whatIsWrittenAsBibTexIsReadBack() {
        PaperMetadata metadata =
                new PaperMetadata(2004, "Graphs & Trees", List.of("Zoë Müller", "Bob Writer"), List.of(), Map.of());
        String entry = BibTexWriter.entry(new Paper("17", "50 % of {all} graphs", "", metadata));
        assertThat(entry).startsWith("@article{Muller2004-17,");
        Paper read = papers(CitationFormat.BIBTEX, entry).getFirst();
        assertThat(read.title()).isEqualTo("50 % of {all} graphs");
        assertThat(read.metadata().authors()).containsExactly("Zoë Müller", "Bob Writer");
        assertThat(read.metadata().venue()).isEqualTo("Graphs & Trees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Search for $H \\to b\\bar{b}$ at 13 TeV",
                "It costs $5, then $6 & 7 %",
                "C++ & C# in ~/home_dir with a^b and \\n",
                "pages 1--2 --- ``quoted'' don''t",
                "{unbalanced and }{",
                "An é, ß, 图 and \u201Cquotes\u201D – dashes — too",
                "<b and a>b",
                "$\\mathcal{O}(n)$ and 50$"
            })
    void everyTitleComesBackFromBibTexAsItWas(String title) {
        PaperMetadata metadata = new PaperMetadata(
                2004,
                title,
                List.of("Barnes and Noble", title),
                List.of(),
                Map.of("doi", "10.1/a_b%2", "url", "https://example.org/~a?b=1&c=2#d", "type", "CONF"));
        Paper read = papers(CitationFormat.BIBTEX, BibTexWriter.entry(new Paper("1", title, "", metadata)))
                .getFirst();
        assertThat(read.title()).isEqualTo(title);
        assertThat(read.metadata().venue()).isEqualTo(title);
        assertThat(read.metadata().authors()).containsExactly("Barnes and Noble", title);
        assertThat(read.metadata().other())
                .containsEntry("doi", "10.1/a_b%2")
                .containsEntry("url", "https://example.org/~a?b=1&c=2#d")
                .containsEntry("type", "inproceedings");
    }
}
