package io.github.scimult.exchange.citation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.record.Paper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One character wrong in the middle one of three records, wherever it is: the others are read, and it is read or named. */
class DamagedCharacterTest {
    private static final List<String> CHARACTERS =
            List.of("", "{", "}", "\"", "@", ",", "\n", "x", "=", "-", " ", "<", ">", "\\", "%", "#", "&", "$");

    @Test
    void inBibTex() {
        assertNothingLostInSilence(CitationFormat.BIBTEX, """
                @article{a1,
                  title = {First},
                  year = 2001
                }
                """, """
                @article{a2,
                  title = {Second {P}aper},
                  author = "A, B and C, D",
                  abstract = {Some text.},
                  year = 2002
                }
                """, """
                @article{a3,
                  title = {Third},
                  year = 2003
                }
                """);
    }

    @Test
    void inRis() {
        assertNothingLostInSilence(
                CitationFormat.RIS,
                "TY  - JOUR\nTI  - First\nER  - \n\n",
                "TY  - JOUR\nTI  - Second paper\nAU  - A, B\nAB  - Some text.\nPY  - 2002\nER  - \n\n",
                "TY  - JOUR\nTI  - Third\nER  - \n");
    }

    @Test
    void inPubMedsTaggedFormat() {
        assertNothingLostInSilence(
                CitationFormat.NBIB,
                "PMID- 1\nTI  - First\n\n",
                "PMID- 2\nDP  - 2002\nTI  - Second paper\n      and more.\nAB  - Some text.\n\n",
                "PMID- 3\nTI  - Third\n");
        assertNothingLostInSilence(
                CitationFormat.NBIB, "PMID- 1\nTI  - First\n\n", "PMID- 2\nTI  - Second\n", "PMID- 3\nTI  - Third\n");
    }

    private static void assertNothingLostInSilence(CitationFormat format, String first, String second, String third) {
        List<String> silent = new ArrayList<>();
        for (int place = 0; place < second.length(); place++) {
            for (String character : CHARACTERS) {
                for (int replaced = character.isEmpty() ? 1 : 0; replaced <= 1; replaced++) {
                    String damaged = second.substring(0, place) + character + second.substring(place + replaced);
                    CitationList list = format.read(first + damaged + third);
                    List<String> titles =
                            list.papers().stream().map(Paper::title).toList();
                    boolean isTold = titles.size() == 3 || !list.remarks().isEmpty();
                    if (!titles.contains("First") || !titles.contains("Third") || !isTold) {
                        silent.add(damaged + " → " + titles + list.remarks());
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }
}
