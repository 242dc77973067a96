package io.github.scimult.exchange.citation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.exchange.OddFile;
import io.github.scimult.exchange.OddPapers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of citations as programs and people write them: what can be read is read, what is lost is named with its line. */
class OddCitationsTest {
    @TempDir
    private Path folder;

    static Stream<OddFile> bibTex() {
        return OddFile.all("bibtex.yaml");
    }

    static Stream<OddFile> ris() {
        return OddFile.all("ris.yaml");
    }

    static Stream<OddFile> nbib() {
        return OddFile.all("nbib.yaml");
    }

    @ParameterizedTest
    @MethodSource("bibTex")
    void bibTexLosesTheBadEntryAlone(OddFile file) throws IOException {
        assertReadAsItShouldBe(file, CitationFormat.BIBTEX);
    }

    @ParameterizedTest
    @MethodSource("ris")
    void risLosesTheBadRecordAlone(OddFile file) throws IOException {
        assertReadAsItShouldBe(file, CitationFormat.RIS);
    }

    @ParameterizedTest
    @MethodSource("nbib")
    void pubMedsTaggedFormatLosesTheBadRecordAlone(OddFile file) throws IOException {
        assertReadAsItShouldBe(file, CitationFormat.NBIB);
    }

    private void assertReadAsItShouldBe(OddFile file, CitationFormat format) throws IOException {
        CitationList list = format.read(file.write(folder.resolve("odd")));

        OddPapers.assertRead(
                file,
                list.papers(),
                list.citations().stream().map(Citation::keywords).toList());
        OddPapers.assertSaid(file.texts("lost"), said(list, true));
        for (String note : file.texts("notes")) {
            assertThat(said(list, false)).anyMatch(text -> text.contains(note));
        }
    }

    private static List<String> said(CitationList list, boolean lost) {
        return list.remarks().stream()
                .filter(remark -> remark.lost() == lost)
                .map(remark -> remark.line() + ": " + remark.message())
                .toList();
    }
}
