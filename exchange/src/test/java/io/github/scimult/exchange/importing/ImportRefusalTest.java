package io.github.scimult.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is refused with file and line, or left out and counted; nothing is lost silently. */
class ImportRefusalTest {
    private ImportFolders folders;

    @BeforeEach
    void folders(@TempDir Path root) {
        folders = new ImportFolders(root);
    }

    @Test
    void aLabelThatIsLeftOutDoesNotShiftTheNumbersOfTheOthers() throws IOException {
        folders.write("Tiny_label.json", """
                {"label": "F0"}
                not JSON
                {"label": "F2", "name": ["Law"]}
                """);
        Path papers = folders.write("Tiny_papers_test.json", """
                {"paper": "1", "title": "A", "abstract": "a", "label": 2}
                {"paper": "2", "title": "B", "abstract": "b", "label": 0}
                """);
        assertThat(folders.imported("scimult", papers, ImportFolders.SKIPPING)).contains("3 left out");
        assertThat(folders.qrels("classification/train")).isEqualTo("1\tF2\t1\n");
    }

    @Test
    void aFolderWithoutQueriesOrJudgementsIsRefused() throws IOException {
        Path in = folders.write("PAR/corpus.jsonl", "{\"_id\": \"77\", \"title\": \"A\", \"text\": \"a\"}\n")
                .getParent();
        assertThatThrownBy(() -> folders.imported("pmc-patients", in)).hasMessageContaining("there are no queries");
        folders.write("queries/test_queries.jsonl", "{\"_id\": \"6-1\", \"text\": \"x\"}\n");
        assertThatThrownBy(() -> folders.imported("pmc-patients", in)).hasMessageContaining("there are no judgements");
        assertThat(folders.out()).doesNotExist();
    }

    @Test
    void anElementOfAnArrayThatIsNoObjectIsRefusedOrLeftOutAndTheRestRead() throws IOException {
        Path file = folders.write("mesh.json", """
                [{"corpus_id": 1, "title": "A", "abstract": "a", "descriptor": "Liver"},
                 null, [1, 2],
                 {"corpus_id": 2, "title": "B", "abstract": "b", "descriptor": "Liver"}]
                """);
        assertThatThrownBy(() -> folders.imported("scirepeval-mesh", file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("mesh.json:2")
                .hasMessageContaining("expected a JSON object");
        assertThat(folders.imported("scirepeval-mesh", file, ImportFolders.SKIPPING))
                .contains("2 left out");
        assertThat(folders.qrels("classification/train")).isEqualTo("1\tliver\t1\n2\tliver\t1\n");
    }

    @Test
    void anArrayThatEndsEarlyIsRefusedOrReadUpToItsEnd() throws IOException {
        Path file = folders.write("mesh.json", "[{\"corpus_id\": 1, \"title\": \"A\", \"descriptor\": \"Liver\"},\n");
        assertThatThrownBy(() -> folders.imported("scirepeval-mesh", file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("mesh.json:2: no JSON from here on");
        assertThat(folders.out()).doesNotExist();
        assertThat(folders.imported("scirepeval-mesh", file, ImportFolders.SKIPPING))
                .contains("1 left out");
        assertThat(folders.qrels("classification/train")).isEqualTo("1\tliver\t1\n");
    }

    @Test
    void recordsThatNoCollectionCanHoldAreRefusedWithTheirLineOrLeftOut() throws IOException {
        folders.write("labels.txt", "10\tlogic\n");
        Path in = folders.write("papers.json", """
                {"paper": "1", "title": "A", "abstract": "a", "label": ["10"], "reference": []}
                {"paper": "2\\t3", "title": "B", "abstract": "b", "label": [], "reference": []}
                """).getParent();
        assertThatThrownBy(() -> folders.imported("maple", in))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("papers.json:2")
                .hasMessageContaining("holds a tab");
        assertThat(folders.imported("maple", in, ImportFolders.SKIPPING)).contains("1 left out");
    }

    @Test
    void anIdThatNoIndexTakesIsRefusedWithItsLineOrLeftOut() throws IOException {
        folders.write("labels.txt", "10\tlogic\n");
        Path in =
                folders.write("papers.json", """
                {"paper": "1", "title": "A", "abstract": "a", "label": ["10"], "reference": []}
                {"paper": "%s", "title": "B", "abstract": "b", "label": [], "reference": []}
                """.formatted("x".repeat(32_767))).getParent();
        assertThatThrownBy(() -> folders.imported("maple", in))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("papers.json:2")
                .hasMessageContaining("32,767 bytes, and an index takes at most 32,766");
        assertThat(folders.imported("maple", in, ImportFolders.SKIPPING)).contains("1 left out");
    }

    @Test
    void queriesAndLabelsWithoutTextAreBad() throws IOException {
        folders.write("Search_queries_test.json", "{\"query_id\": \"7\", \"query\": \" \", \"score\": {}}\n");
        assertRefused("Search", "Search_queries_test.json:1", "the query '7' has no text");
        folders.write("L_label.json", "{\"label\": \"F0\", \"name\": [\"\"]}\n");
        assertRefused("L", "L_label.json:1", "the label 'F0' has no text");
        folders.write("M_label.json", "{\"label\": \"F1\", \"name\": [\"<i></i>\"]}\n");
        assertRefused("M", "M_label.json:1", "the label 'F1' has no text");
    }

    private void assertRefused(String dataset, String place, String problem) throws IOException {
        Path papers = folders.write(
                dataset + "_papers_test.json", "{\"paper\": \"1\", \"title\": \"A\", \"abstract\": \"a\"}\n");
        assertThatThrownBy(() -> folders.imported("scimult", papers))
                .hasMessageContaining(place)
                .hasMessageContaining(problem);
    }

    @Test
    void filesThatAreMissingOrOfAnotherFormatAreRefusedInWords() throws IOException {
        assertThatThrownBy(() -> folders.imported("maple", folders.root().resolve("nowhere")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("papers.json");
        Path text = folders.write("x.xml", "<a><b></a>");
        assertThatThrownBy(() -> folders.imported("medline", text))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("x.xml");
        assertThatThrownBy(() -> ImportFormats.of("pubmed")).hasMessageContaining("medline");
        assertThat(folders.out()).doesNotExist();
    }
}
