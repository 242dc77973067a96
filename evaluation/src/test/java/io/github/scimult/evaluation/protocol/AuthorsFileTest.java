package io.github.scimult.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.evaluation.trec.ScoredDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the paper's authors, and the means that their protocols take. */
class AuthorsFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void eachLineIsAnObjectAndBlankLinesCount() throws IOException {
        AuthorsFile read = AuthorsFile.read(file(
                "MAG_papers_test.json",
                "{\"paper\": \"p1\", \"title\": \"T\", \"abstract\": \"A.\"}\n\n{\"paper\": 7, \"title\": null}\n"));
        assertThat(read.ids("paper")).containsExactly("p1", "7");
        assertThat(read.lines()).extracting(AuthorsFile.Line::number).containsExactly(1L, 3L);
        assertThat(read.titlesAndAbstracts()).containsExactly("T [SEP] A.", " [SEP] ");
    }

    @Test
    void listsAndGradesAreReadByTheirKeys() throws IOException {
        AuthorsFile.Line line = AuthorsFile.read(
                        file("x.json", "{\"cites\": [\"a\", 5], \"scores\": {\"b\": 2, \"a\": 0}}"))
                .lines()
                .getFirst();
        assertThat(line.texts("cites")).containsExactly("a", "5");
        assertThat(line.texts("none")).isEmpty();
        assertThat(line.grades("scores")).isEqualTo(Map.of("b", 2, "a", 0)).containsOnlyKeys("b", "a");
        assertThat(line.grades("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"x\"", "{", "{\"a\": }", "nonsense"})
    void aLineThatIsNoObjectIsRefusedWithItsNumber(String line) throws IOException {
        Path path = file("x.json", "{}\n" + line + "\n");
        assertThatThrownBy(() -> AuthorsFile.read(path))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("x.json:2", "expected a JSON object");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path path = file("x.json", "\n \n");
        assertThatThrownBy(() -> AuthorsFile.read(path)).hasMessageContainingAll("x.json", "nothing in it");
    }

    @Test
    void aMissingTextAndAGradeThatIsNoneAreRefusedByKeyAndLine() throws IOException {
        AuthorsFile read = AuthorsFile.read(file("x.json", "{\"paper\": [1], \"scores\": {\"a\": \"high\"}}"));
        assertThatThrownBy(() -> read.ids("title")).hasMessageContainingAll("x.json:1", "'title' is missing");
        assertThatThrownBy(() -> read.ids("paper")).hasMessageContainingAll("x.json:1", "'paper' is [1]");
        assertThatThrownBy(() -> read.lines().getFirst().grades("scores"))
                .hasMessageContainingAll("grade of 'a'", "high");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedByItsName() throws IOException {
        Path path = Files.write(
                folder.resolve("x.json"), "{\"title\": \"Gr\u00f6\u00dfe\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> AuthorsFile.read(path))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("x.json", "UTF-8");
        assertThatThrownBy(() -> AuthorsFile.readWhole(path)).hasMessageContainingAll("x.json", "UTF-8");
    }

    @Test
    void oneObjectOfAllPapersIsReadByItsEntries() throws IOException {
        AuthorsFile read =
                AuthorsFile.readWhole(file("x.json", "{\"a\": {\"paper_id\": \"a\"}, \"b\": {\"paper_id\": \"b\"}}"));
        assertThat(read.ids("paper_id")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "MAG_papers_test.json, MAG",
        "MAG_papers_train.json, MAG",
        "TREC-COVID_queries_test.json, TREC-COVID",
        "PMC_patients_test.json, PMC",
        "SciDocs.qrel, SciDocs",
        "plain.json, plain.json"
    })
    void theDataSetIsTheBeginningOfAFilesName(String name, String dataset) {
        assertThat(ProtocolFiles.dataset(Path.of("folder", name))).isEqualTo(dataset);
    }

    @Test
    void whatLiesBesideAFileIsFoundOrMissedByItsName() throws IOException {
        Path papers = file("MAG_papers_test.json", "{}");
        Path labels = file("MAG_label.json", "{}");
        assertThat(ProtocolFiles.required(papers, "_label.json")).isEqualTo(labels);
        assertThatThrownBy(() -> ProtocolFiles.required(papers, "_tree.json"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("MAG_tree.json", "MAG_papers_test.json needs");
        assertThat(ProtocolFiles.in(folder, ".json")).containsExactly(labels, papers);
        assertThat(ProtocolFiles.in(folder.resolve("nowhere"), ".json")).isEmpty();
    }

    @Test
    void recallIsOverWhatIsRelevantWhetherItIsACandidateOrNot() {
        EmbeddingMatrix candidates = EmbeddingMatrix.of(new float[][] {{1, 0}, {0, 1}, {1, 1}}, 2, Similarity.DOT);
        QueryRanking ranking = new QueryRanking(List.of("a", "b", "c"), candidates);
        Ranking top = ranking.top(new float[] {3, 2, 1}, 100);
        assertThat(ranking.recalls(top, List.of("a", "missing"))).containsExactly(0.5, 0.5, 0.5);
        assertThat(ranking.recalls(top, List.of("a", "a", "c"))).containsExactly(1, 1, 1);
        assertThat(ranking.row("b")).isEqualTo(1);
        assertThat(ranking.row("missing")).isEqualTo(-1);
    }

    @Test
    void meansOfRecallsLeaveOutWhatWasNotMeasured() {
        Map<String, Double> values = new LinkedHashMap<>();
        ProtocolScores.addRecalls(values, " (x)", new double[][] {{0.5, 1, 1}, null, {0, 0.5, 1}});
        assertThat(values).containsOnlyKeys("Recall@20 (x)", "Recall@50 (x)", "Recall@100 (x)");
        assertThat(values.get("Recall@20 (x)")).isCloseTo(25, within(1e-12));
        assertThat(values.get("Recall@50 (x)")).isCloseTo(75, within(1e-12));
        ProtocolScores.addRecalls(values, "", new double[][] {null});
        assertThat(values.get("Recall@20")).isZero();
    }

    @Test
    void gradedRankingsHaveTrecEvalsMeansInPercent() {
        GradedRanking graded = new GradedRanking();
        graded.add("q1", Map.of("a", 1, "b", 0), List.of(new ScoredDocument("a", 1), new ScoredDocument("b", 2)));
        graded.add("q2", Map.of("a", 1), List.of(new ScoredDocument("a", 1)));
        assertThat(graded.queries()).isEqualTo(2);
        assertThat(graded.means(Map.of("MRR", "recip_rank")).get("MRR")).isCloseTo(75, within(1e-12));
    }
}
