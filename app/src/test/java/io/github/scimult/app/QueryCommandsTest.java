package io.github.scimult.app;

import static io.github.scimult.app.CommandLineRun.output;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands that query an index print, and what they refuse. */
class QueryCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Path collection;
    private static Path index;

    @BeforeAll
    static void build() throws IOException {
        collection = folder.resolve("papers");
        SyntheticCollection.generate(collection, SyntheticSettings.of(40, 15, 5));
        Path base = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
        index = folder.resolve("index");
        output("index", "--collection", collection, "--model", base, "--out", index, "--precision=float32");
    }

    private static Object[] call(String line) {
        List<Object> words = new ArrayList<>();
        Arrays.stream(line.split(" "))
                .map(word -> word.replace("INDEX", index.toString())
                        .replace("FOLDER", folder.toString())
                        .replace("_", " "))
                .forEach(words::add);
        return words.toArray();
    }

    private static String titleOf(int row) throws IOException {
        String line = Files.readAllLines(collection.resolve("corpus.jsonl")).get(row);
        return JSON.readTree(line).get("title").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search INDEX|give a query",
                "search INDEX graphs --queries FOLDER/q.txt|give a query",
                "search INDEX graphs --top 0|between 1 and 10,000, not 0",
                "search INDEX graphs --top 20000|not 20000",
                "search INDEX graphs --from 2010 --to 2000|no year is from 2010 on and up to 2000",
                "search INDEX graphs --threads 5000|between 0 and 1024, not 5000",
                "search INDEX graphs --format xml|xml",
                "tag INDEX|say about what",
                "tag INDEX --paper paper-1 --title x|in one way",
                "tag INDEX --title x --top -1|not -1",
                "tag INDEX --title x --format bibtex|labels cannot be written as BibTeX",
                "tag INDEX --paper nobody|no such paper",
                "cite INDEX|say about what",
                "cite INDEX --paper nobody|no such paper",
                "cite INDEX --title x --diversity 2|between 0 and 1, not 2",
                "cite INDEX --paper paper-1 --input FOLDER/papers/corpus.jsonl|in one way"
            })
    void aCallThatCannotBeMeantEndsWithTwoAndSaysWhy(String line, String said) {
        CommandLineRun run = CommandLineRun.of(call(line));
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(2);
        assertThat(run.errors()).contains(said).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search FOLDER/papers graphs|papers",
                "search INDEX --queries FOLDER/nowhere.txt|nowhere.txt",
                "tag INDEX --input FOLDER/nowhere.jsonl|nowhere.jsonl",
                "cite INDEX --bibtex FOLDER/nowhere.bib|nowhere.bib",
                "search INDEX graphs --model FOLDER/nowhere|nowhere"
            })
    void aFileThatIsMissingEndsWithOneAndIsNamed(String line, String said) {
        CommandLineRun run = CommandLineRun.of(call(line));
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
        assertThat(run.errors()).startsWith("scimult: ").contains(said).doesNotContain("\tat ");
    }

    @Test
    void queriesThatAreNotUtf8AreRefusedByTheirFile() throws IOException {
        Path queries =
                Files.write(folder.resolve("latin1.txt"), "Gr\u00f6\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        CommandLineRun run = CommandLineRun.of("search", index, "--queries", queries);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("latin1.txt", "not UTF-8").doesNotContain("Input length");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstQuery() throws IOException {
        Path queries = Files.writeString(folder.resolve("bom.txt"), "\uFEFFgraphs\n");
        String line = output("search", index, "--queries", queries, "--top", 1, "--json")
                .strip();
        assertThat(JSON.readTree(line).get("query").asText()).isEqualTo("graphs");
    }

    @Test
    void aFileOfNoQueriesPrintsNothing() throws IOException {
        Path queries = Files.writeString(folder.resolve("empty.txt"), "\n  \n");
        assertThat(output("search", index, "--queries", queries)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 100})
    void asManyResultsComeAsAreAskedForOrAsThereAre(int top) {
        String printed = output("search", index, "network", "--top", top, "--json");
        assertThat(printed.lines().count()).isBetween(1L, (long) Math.min(top, 40));
    }

    @Test
    void severalWordsAreOneQuery() throws IOException {
        String[] words = titleOf(3).split(" ");
        List<Object> apart = new ArrayList<>(List.of("search", index, "--top", "1", "--json"));
        apart.addAll(List.of(words));
        assertThat(output(apart.toArray()))
                .isEqualTo(output("search", index, "--top", "1", "--json", String.join(" ", words)));
    }

    @Test
    void jsonHasARecordALineWithRankAndScore() throws IOException {
        List<String> lines = output("search", index, titleOf(5), "--top", 5, "--json")
                .lines()
                .toList();
        for (int rank = 1; rank <= lines.size(); rank++) {
            JsonNode result = JSON.readTree(lines.get(rank - 1));
            assertThat(result.get("rank").asInt()).isEqualTo(rank);
            assertThat(result.get("score").isNumber()).isTrue();
            assertThat(result.at("/paper/title").asText()).isNotBlank();
        }
    }

    @Test
    void textForPeopleShowsTitles() throws IOException {
        assertThat(output("search", index, titleOf(5), "--top", 3)).contains(titleOf(5));
    }

    @Test
    void aPaperOfTheIndexIsNotRecommendedToItself() throws IOException {
        for (String line : output("cite", index, "--paper", "paper-7", "--top", 10, "--json")
                .lines()
                .toList()) {
            assertThat(JSON.readTree(line).at("/paper/id").asText()).isNotEqualTo("paper-7");
        }
    }

    @Test
    void labelsComeBestFirst() throws IOException {
        double before = Double.POSITIVE_INFINITY;
        for (String line : output("tag", index, "--paper", "paper-7", "--top", 5, "--json")
                .lines()
                .toList()) {
            double score = JSON.readTree(line).get("score").asDouble();
            assertThat(score).isLessThanOrEqualTo(before);
            before = score;
        }
        assertThat(before).isFinite();
    }

    @Test
    void aTitleThatLooksLikeAnOptionIsOneAfterAnEqualsSign() {
        assertThat(output("tag", index, "--title=--help me", "--top", 1)).isNotBlank();
    }
}
