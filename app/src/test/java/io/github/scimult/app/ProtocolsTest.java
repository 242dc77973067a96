package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper's protocols by the command line, on hand-made files in the authors' layout. */
class ProtocolsTest {
    private static final String[] WORDS = {"graph", "protein", "retrieval"};

    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    /** Papers of three classes, twice the same ones; searches that find one of them each. */
    @BeforeEach
    void prepare() throws IOException {
        model = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
        data = folder.resolve("data");
        StringBuilder labels = new StringBuilder();
        StringBuilder papers = new StringBuilder();
        StringBuilder queries = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String word = WORDS[i % 3];
            papers.append("{\"paper\": \"%d\", \"title\": \"%s\", \"abstract\": \"%s %s\", \"label\": %d}%n"
                    .formatted(i, word, word, "of nature ".repeat(i / 3), i % 3));
            queries.append("{\"query_id\": \"q%d\", \"query\": \"%s\", \"score\": {\"%d\": 1, \"%d\": 0}}%n"
                    .formatted(i, word, i, (i + 1) % 12));
        }
        for (String word : WORDS) {
            labels.append("{\"label\": \"%s\", \"name\": [\"%s\"], \"definition\": \"\"}%n".formatted(word, word));
        }
        write("classification_coarse/Tiny_label.json", labels);
        write("classification_coarse/Tiny_papers_train.json", papers);
        write("classification_coarse/Tiny_papers_test.json", papers);
        write("search/Search_papers_test.json", papers);
        write("search/Search_queries_test.json", queries);
    }

    private void write(String name, CharSequence content) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void theSuiteMeasuresWhatIsThere() throws IOException {
        Path out = folder.resolve("report");
        CommandLineRun run =
                CommandLineRun.of("evaluate", "--suite=paper", "--data", data, "--model", model, "--out", out);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        JsonNode metrics = new JsonMapper()
                .readTree(out.resolve("protocols.json").toFile())
                .get("scores");
        assertThat(metrics.findValuesAsText("protocol"))
                .containsExactly("classification-coarse", "classification-coarse-linear", "search-reranking");
        assertThat(metrics.get(1).at("/values/Macro-F1").asDouble())
                .as("of three classes guessing finds a third")
                .isGreaterThan(70);
        assertThat(metrics.get(2).at("/values/nDCG@10").asDouble()).isBetween(63.0, 100.0);
    }

    @Test
    void oneProtocolIsNamedInFullOrByAPartThatNoOtherHas() {
        assertThat(protocol("classification-coarse").exitCode()).isZero();
        assertThat(protocol("linear").exitCode()).isZero();
        CommandLineRun several = protocol("link");
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.errors()).contains("protocol 'link' may be link-retrieval, link-retrieval-without-query");
        CommandLineRun unknown = protocol("tagging");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.errors()).contains("unknown protocol 'tagging'").contains("search-retrieval");
    }

    @Test
    void aProtocolWhoseFilesAreMissingSaysWhichItNeeds() {
        CommandLineRun run = protocol("scidocs");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("no data in " + data).contains("link-reranking-scidocs (scidocs/*.qrel)");
    }

    private CommandLineRun protocol(String name) {
        return CommandLineRun.of("evaluate", "--protocol", name, "--data", data, "--model", model);
    }
}
