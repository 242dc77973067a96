package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.embedding.NumpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a collection to a trained model, its report and its vectors, by the commands that people type. */
class EndToEndTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path collection;
    private Path base;
    private Path model;

    @BeforeEach
    void prepare() throws IOException {
        collection = folder.resolve("papers");
        SyntheticCollection.generate(collection, SyntheticSettings.of(60, 30, 5));
        base = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
        model = folder.resolve("model");
    }

    @Test
    void aCollectionBecomesAModelAReportAndVectors() throws IOException {
        assertSucceeds("validate", "--collection", collection);
        assertSucceeds(train("--steps", 6));
        assertThat(model.resolve("model.safetensors")).isNotEmptyFile();
        assertThat(model.resolve("report.html")).content().contains("<section id=\"examples\">");
        JsonNode manifest = JSON.readTree(model.resolve("manifest.json").toFile());
        assertThat(manifest.at("/extent/steps").asInt()).isEqualTo(6);

        Path report = folder.resolve("report");
        assertSucceeds(
                "evaluate",
                "--collection",
                collection,
                "--split",
                "test",
                "--model",
                model,
                "--base",
                base,
                "--out",
                report);
        JsonNode metrics = JSON.readTree(report.resolve("report.json").toFile());
        assertThat(metrics.path("tasks")).isNotEmpty();
        assertThat(report.resolve("report.html")).isNotEmptyFile();
        assertThat(report.resolve("runs")).isNotEmptyDirectory();

        Path vectors = folder.resolve("vectors.npy");
        Path corpus = collection.resolve("corpus.jsonl");
        assertSucceeds("embed", "--model", model, "--task", "link", "--input", corpus, "--output", vectors);
        try (NumpyFile array = NumpyFile.open(vectors)) {
            assertThat(array.rows()).isEqualTo(60);
            assertThat(array.columns()).isEqualTo(32);
        }
        assertThat(Files.readAllLines(folder.resolve("vectors.npy.ids.txt"))).hasSize(60);
    }

    @Test
    void theReportsExamplesNameTheTasksOfTheRun() throws IOException {
        assertSucceeds(train("--steps", 2, "--set", "tasks.weights={link: 1, classification: 1}"));
        List<String> log = Files.readAllLines(model.resolve("training/run.jsonl"));
        JsonNode examples = JSON.readTree(log.getLast());
        assertThat(examples.path("event").asText()).isEqualTo("examples");
        assertThat(examples.path("examples").findValuesAsText("task"))
                .contains("link")
                .doesNotContain("search");
        assertThat(examples.path("examples")).allSatisfy(example -> {
            assertThat(example.path("collection").asText()).isEqualTo("papers");
            assertThat(example.path("baseline")).isNotEmpty();
            assertThat(example.path("trained")).isNotEmpty();
        });
    }

    @Test
    void modelsOfSingleTasksAreMergedAtTheScaleThatIsBestOnDev() throws IOException {
        Path tags = folder.resolve("tags");
        Path links = folder.resolve("links");
        model = tags;
        assertSucceeds(train("--steps", 4, "--set", "tasks.weights={classification: 1}"));
        model = links;
        assertSucceeds(train("--steps", 4, "--set", "tasks.weights={link: 1}"));
        Path merged = folder.resolve("merged");
        assertSucceeds("merge", tags, links, "--base", base, "--collection", collection, "--to", merged);
        JsonNode manifest = JSON.readTree(merged.resolve("manifest.json").toFile());
        assertThat(manifest.path("tried")).hasSize(3);
        assertThat(manifest.path("scale").asDouble()).isIn(0.5, 0.75, 1.0);
        assertSucceeds(
                "embed",
                "--model",
                merged,
                "--task",
                "link",
                "--input",
                collection.resolve("corpus.jsonl"),
                "--output",
                folder.resolve("merged.npy"));
        CommandLineRun undecided = CommandLineRun.of(
                "merge", tags, links, "--base", base, "--scale", "0.5,1", "--to", folder.resolve("no"));
        assertThat(undecided.exitCode()).isEqualTo(2);
        assertThat(undecided.errors()).contains("name a --collection, or one scale alone");
    }

    @Test
    void aFinishedRunWithoutItsReportGetsItByResuming() throws IOException {
        assertSucceeds(train("--steps", 2));
        byte[] weights = Files.readAllBytes(model.resolve("model.safetensors"));
        Files.delete(model.resolve("report.html")); // as if the disk had been full, or a kill had come
        assertSucceeds("train", "--resume", model);
        assertThat(model.resolve("report.html")).content().contains("<section id=\"examples\">");
        assertThat(model.resolve("model.safetensors")).hasBinaryContent(weights);
    }

    @Test
    void aFinishedRunIsNotTrainedOverAndNotResumed() {
        assertSucceeds(train("--steps", 1));
        CommandLineRun again = CommandLineRun.of(train("--steps", 1));
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).contains("is not empty");
        CommandLineRun resumed = CommandLineRun.of("train", "--resume", model);
        assertThat(resumed.exitCode()).isEqualTo(1);
        assertThat(resumed.errors()).contains("nothing to resume");
    }

    @Test
    void aModelWithInstructionsEmbedsForAllTasksAndByAnotherInstruction() throws IOException {
        assertSucceeds(train(
                "--steps", 4, "--set", "variant=instruction", "--set", "stages=[{variant: vanilla, share: 0.5}]"));
        Path corpus = collection.resolve("corpus.jsonl");
        Path vectors = folder.resolve("vectors.npy");
        assertSucceeds(
                "embed",
                "--model",
                model,
                "--task",
                "all",
                "--precision=float32",
                "--input",
                corpus,
                "--output",
                vectors);
        assertThat(Files.readAllLines(folder.resolve("vectors.npy.ids.txt"))).hasSize(60);
        float[] link = firstRow("vectors-link.npy");
        assertThat(firstRow("vectors-search.npy")).isNotEqualTo(link);
        assertThat(folder.resolve("vectors-classification.npy")).isNotEmptyFile();

        List<Object> again = List.of(
                "embed", "--model", model, "--task", "link", "--precision=float32", "--input", corpus, "--output");
        assertSucceeds(with(again, folder.resolve("own.npy")));
        assertSucceeds(with(again, folder.resolve("other.npy"), "--instruction", "link=Find papers."));
        float[] other = firstRow("other.npy");
        float[] own = firstRow("own.npy");
        assertThat(own).containsExactly(link, org.assertj.core.data.Offset.offset(1e-4f)); // by either kernel
        assertThat(other).isNotEqualTo(own);

        CommandLineRun refused = CommandLineRun.of(
                "embed",
                "--model",
                base,
                "--task",
                "link",
                "--input",
                corpus,
                "--output",
                folder.resolve("none.npy"),
                "--instruction",
                "link=Find papers.");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("reads no instructions");
    }

    @Test
    void aCollectionIsIndexedSearchedTaggedAndAskedForCitations() throws IOException {
        Path index = folder.resolve("index");
        assertSucceeds("index", "--collection", collection, "--model", base, "--out", index, "--precision=float32");
        assertSucceeds("search", index, "a", "query", "--top", 3, "--json");
        assertSucceeds("tag", index, "--title", "A title", "--text", "An abstract.");
        String id = JSON.readTree(
                        Files.readAllLines(collection.resolve("corpus.jsonl")).getFirst())
                .path("_id")
                .asText();
        assertSucceeds("cite", index, "--paper", id, "--top", 2);
        Path further = Files.writeString(
                folder.resolve("further.jsonl"),
                "{\"_id\": \"new\", \"title\": \"A new one\", \"text\": \"Words.\"}\n");
        assertSucceeds("index", "--out", index, "--add", further, "--delete", id, "--check", "--precision=float32");
        assertSucceeds("cite", index, "--paper", "new", "--top", 2);
        assertThat(CommandLineRun.of("cite", index, "--paper", id).errors()).contains("the index has no such paper");
        CommandLineRun neither = CommandLineRun.of("index", "--out", index);
        assertThat(neither.exitCode()).isEqualTo(2);
        assertThat(neither.errors()).contains("--collection DIR, or what to do with the index");
        CommandLineRun unknown = CommandLineRun.of("cite", index, "--paper", "nobody");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.errors()).contains("--paper nobody");
        CommandLineRun other = CommandLineRun.of("search", index, "x", "--model", "minilm");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.errors()).contains("was made with the model");
        CommandLineRun nothing = CommandLineRun.of("search", folder.resolve("nowhere"), "x");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.errors()).contains("./scimult index");
    }

    private float[] firstRow(String file) throws IOException {
        try (NumpyFile array = NumpyFile.open(folder.resolve(file))) {
            return array.row(0);
        }
    }

    private static Object[] with(List<Object> arguments, Object... more) {
        List<Object> all = new java.util.ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private Object[] train(Object... more) {
        List<Object> arguments =
                new java.util.ArrayList<>(List.of("train", "--collection", collection, "--out", model));
        arguments.addAll(List.of("--set", "model.base=" + base, "--set", "compute.precision=float32"));
        arguments.addAll(List.of("--set", "compute.attention=fused", "--set", "batch.queries=8"));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private static void assertSucceeds(Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }
}
