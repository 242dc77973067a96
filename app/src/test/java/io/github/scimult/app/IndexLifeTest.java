package io.github.scimult.app;

import static io.github.scimult.app.CommandLineRun.output;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.Journal;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index from the command line: measured as it serves, asked out of files, mapped, and learned from. */
class IndexLifeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path collection;
    private Path base;
    private Path index;

    @BeforeEach
    void build() throws IOException {
        collection = folder.resolve("papers");
        SyntheticCollection.generate(collection, SyntheticSettings.of(400, 30, 5));
        base = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
        index = folder.resolve("index");
        output(
                "index",
                "--collection",
                collection,
                "--model",
                base,
                "--out",
                index,
                "--vectors",
                "int8",
                "--splits",
                "train",
                "--precision=float32");
    }

    @Test
    void theLabelsThatAreEvaluatedAreThoseThatAreServedByDefault() throws IOException {
        Path report = folder.resolve("report");
        output(
                "evaluate",
                "--collection",
                collection,
                "--split",
                "dev",
                "--tasks",
                "classification",
                "--index",
                index,
                "--max-queries",
                5,
                "--out",
                report);
        Map<String, List<String>> evaluated = new LinkedHashMap<>();
        for (String line : Files.readAllLines(report.resolve("runs/classification.hybrid.run"))) {
            List<String> columns = List.of(line.split(" "));
            evaluated
                    .computeIfAbsent(columns.get(0), paper -> new ArrayList<>())
                    .add(columns.get(2));
        }
        assertThat(evaluated).hasSize(5);
        for (Map.Entry<String, List<String>> paper : evaluated.entrySet()) {
            List<String> served = output("tag", index, "--paper", paper.getKey(), "--top", 10, "--json")
                    .lines()
                    .map(IndexLifeTest::labelOf)
                    .toList();
            assertThat(paper.getValue()).as(paper.getKey()).startsWith(served.toArray(String[]::new));
        }
    }

    private static String labelOf(String line) {
        try {
            return JSON.readTree(line).path("label").path("id").asText();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @Test
    void labelsThatAnIndexServesAreNotEvaluated() {
        CommandLineRun labels = CommandLineRun.of(
                "evaluate",
                "--collection",
                collection,
                "--split",
                "train",
                "--tasks",
                "classification",
                "--index",
                index);
        assertThat(labels.exitCode()).isEqualTo(2);
        assertThat(labels.errors()).contains("serves the labels of train", "./scimult index --splits dev");
    }

    @Test
    void whatIsServedIsMeasuredBesideWordsAndVectors() throws IOException {
        Path report = folder.resolve("report");
        String printed =
                output("evaluate", "--collection", collection, "--split", "dev", "--index", index, "--out", report);
        assertThat(printed).contains("BM25", "dense", "hybrid", "classification", "link", "search");
        JsonNode metrics = JSON.readTree(report.resolve("report.json").toFile());
        assertThat(metrics.path("tasks")).hasSize(3);
        assertThat(index.resolve("index-1/tags.html")).content().contains("Reliability");
        assertThat(JSON.readTree(index.resolve("index-1/ranking.json").toFile())
                        .path("bm25Weights")
                        .has("link"))
                .isTrue();
    }

    @Test
    void manyQuestionsComeFromFilesAndAnswersGoOutAsJsonAndBibTex() throws IOException {
        Path queries = Files.writeString(folder.resolve("queries.txt"), "graphs\n\nsearching texts\n");
        List<String> lines = output("search", index, "--queries", queries, "--top", 2, "--json")
                .lines()
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(JSON.readTree(lines.get(3)).path("query").asText()).isEqualTo("searching texts");
        Path mine = Files.writeString(
                folder.resolve("mine.bib"), "@article{a, title={On graphs}}\n@article{b, title={On texts}}\n");
        String cited = output("cite", index, "--bibtex", mine, "--top", 3, "--format", "bibtex", "--diversity", 0.5);
        assertThat(cited.split("@article\\{")).hasSize(7);
        Path corpus = collection.resolve("corpus.jsonl");
        assertThat(output("tag", index, "--input", corpus, "--top", 1, "--json").lines())
                .hasSize(400);
        assertThat(CommandLineRun.of("cite", index, "--bibtex", mine, "--paper", "x")
                        .errors())
                .contains("in one way");
        assertThat(CommandLineRun.of("search", index).exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("tag", index, "--input", corpus, "--format", "bibtex")
                        .errors())
                .contains("labels cannot be written as BibTeX");
    }

    @Test
    void aMapIsDrawn() throws IOException {
        output("index", "--out", index, "--map");
        JsonNode map = JSON.readTree(index.resolve("index-1/map.json").toFile());
        assertThat(map.path("papers")).hasSize(400);
        assertThat(map.path("labels")).isNotEmpty();
        for (JsonNode paper : map.path("papers")) {
            assertThat(paper.path("x").asDouble()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aModelLearnsFromWhatPeopleSaid() throws IOException {
        Verdict verdict = new Verdict(Task.SEARCH, "words that nobody asked before", "paper-3", true);
        new Journal(index).append(List.of(new Change.GiveFeedback(verdict)));
        Path model = folder.resolve("newer");
        output(
                "train",
                "--collection",
                collection,
                "--feedback",
                index,
                "--out",
                model,
                "--steps",
                2,
                "--set",
                "model.base=" + base,
                "--set",
                "batch.queries=8",
                "--set",
                "compute.precision=float32");
        Path with = folder.resolve("newer-collection/papers+feedback");
        try (LiteratureCollection learned = LiteratureCollection.open(with);
                LiteratureCollection before = LiteratureCollection.open(collection)) {
            assertThat(learned.judgements(Task.SEARCH, Split.TRAIN).pairs())
                    .isEqualTo(before.judgements(Task.SEARCH, Split.TRAIN).pairs() + 1);
        }
        assertThat(model.resolve("report.html")).content().contains("papers+feedback");
        CommandLineRun again =
                CommandLineRun.of("train", "--collection", collection, "--feedback", index, "--out", model);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).contains("is there already");
    }
}
