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

/** Papers as reference managers write them down. */
class CitationFormatTest {
    @TempDir
    private Path folder;

    @Test
    void bibTexIsReadWithItsLatexAsCharacters() {
        List<Paper> papers = CitationFormat.BIBTEX.read("""
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
        List<Paper> papers = CitationFormat.RIS.read("""
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

    @Test
    void whatIsNeitherIsRefusedWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("my.ris"), "TY  - JOUR\nTI  - Drawing\n");
        assertThatThrownBy(() -> CitationFormat.readFile(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("my.ris", "no end");
        assertThatThrownBy(() -> CitationFormat.RIS.read("Drawing graphs"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> CitationFormat.BIBTEX.read("@article{a,\n title = {x}"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("no BibTeX");
        assertThatThrownBy(() -> CitationFormat.readFile(folder.resolve("my.txt")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("*.bib");
    }

    @Test
    void whatIsWrittenAsBibTexIsReadBack() {
        PaperMetadata metadata =
                new PaperMetadata(2004, "Graphs & Trees", List.of("Zoë Müller", "Bob Writer"), List.of(), Map.of());
        String entry = BibTexWriter.entry(new Paper("17", "50 % of {all} graphs", "", metadata));
        assertThat(entry).startsWith("@article{Muller2004-17,");
        Paper read = CitationFormat.BIBTEX.read(entry).getFirst();
        assertThat(read.title()).isEqualTo("50 % of all graphs");
        assertThat(read.metadata().authors()).containsExactly("Zoë Müller", "Bob Writer");
        assertThat(read.metadata().venue()).isEqualTo("Graphs & Trees");
    }
}
