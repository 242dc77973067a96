package io.github.scimult.exchange.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.exchange.OddFile;
import io.github.scimult.exchange.OddPapers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PubMed's XML as it comes, and damaged: what can be read is read, what is lost is named with its line. */
class OddPubmedFilesTest {
    @TempDir
    private Path folder;

    static Stream<OddFile> files() {
        return OddFile.all("pubmed.yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void pubMedLosesTheBadRecordAlone(OddFile file) throws IOException {
        Path written = file.write(folder.resolve("odd.xml"));
        Gathered gathered = new Gathered();
        String refused = file.given().path("refused").asText();
        if (!refused.isEmpty()) {
            assertThatThrownBy(() -> PubmedFile.read(written, gathered))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining(refused);
            return;
        }
        Set<String> deleted = PubmedFile.read(written, gathered);

        OddPapers.assertRead(file, gathered.papers, gathered.labels);
        OddPapers.assertSaid(file.texts("lost"), gathered.lost);
        assertThat(deleted).containsExactlyInAnyOrderElementsOf(file.texts("deleted"));
        for (String note : file.texts("notes")) {
            assertThat(gathered.notes).anyMatch(text -> text.contains(note));
        }
    }

    private static final class Gathered implements PubmedFile.Visitor {
        private final List<Paper> papers = new ArrayList<>();
        private final List<List<String>> labels = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public void record(long line, PubmedRecord record) {
            if (record.paper().id().isEmpty()) {
                lost.add(line + ": without PMID");
                return;
            }
            papers.add(record.paper());
            labels.add(List.copyOf(record.descriptors().keySet()));
        }

        @Override
        public void bad(long line, String message) {
            lost.add(line + ": " + message);
        }

        @Override
        public void replaced(String pmid) {
            notes.add("replaced " + pmid);
        }

        @Override
        public void note(long line, String message) {
            notes.add(line + ": " + message);
        }
    }
}
