package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.embedding.NumpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say of a model is what it is. */
class ModelCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path collection;
    private Path base;

    @BeforeEach
    void prepare() throws IOException {
        collection = folder.resolve("papers");
        SyntheticCollection.generate(collection, SyntheticSettings.of(40, 20, 5));
        base = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
    }

    @Test
    void aModelThatIsTheBaseHasNoRowOfItsOwn() throws IOException {
        assertThat(rows(base)).containsExactly("baseline", "BM25", "baseline + BM25");
    }

    @Test
    void aTrainedModelThatCameOutAsTheBaseHasARowAndTheSameScores() throws IOException {
        Path trained = CommandLineRun.tinyBert(folder.resolve("trained"));
        Files.writeString(trained.resolve("manifest.json"), "{}");
        assertThat(rows(trained)).containsExactly("baseline", "BM25", "baseline + BM25", "trained", "trained + BM25");
        JsonNode systems =
                JSON.readTree(folder.resolve("report/report.json").toFile()).at("/tasks/0/systems");
        assertThat(systems.get(3).path("means"))
                .isNotEmpty()
                .isEqualTo(systems.get(0).path("means"));
    }

    @Test
    void aModelThatWasNotTrainedHereIsNotCalledTrained() throws IOException {
        Path other = CommandLineRun.tinyBert(folder.resolve("other"));
        Path config = other.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("1e-12", "1e-05"));
        assertThat(rows(other)).containsExactly("baseline", "BM25", "baseline + BM25", "model", "model + BM25");
    }

    @Test
    void severalModelsAreRowsOfOneTableUnderTheirNames() throws IOException {
        Path other = CommandLineRun.tinyBert(folder.resolve("other"));
        assertThat(rows("same=" + base, other))
                .containsExactly("baseline", "BM25", "baseline + BM25", "same", "same + BM25", "other", "other + BM25");
        assertThat(evaluate(other, other).errors()).contains("names, each its own; twice or blank: 'other'");
        assertThat(evaluate("=" + other).errors()).contains("--model is FOLDER or NAME=FOLDER, not '=");
    }

    @Test
    void theRowToCompareWithIsNamedOrRefusedWithThoseThereAre() throws IOException {
        CommandLineRun run = evaluate("same=" + base, "--compare-to", "same");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        JsonNode baseline =
                JSON.readTree(folder.resolve("report/report.json").toFile()).at("/tasks/0/systems/0/comparisons");
        assertThat(baseline)
                .isNotEmpty()
                .allMatch(one -> one.path("reference").asText().equals("same"));
        assertThat(evaluate("same=" + base, "--compare-to", "best").errors())
                .contains("no system 'best' to compare with; there are: baseline, BM25, baseline + BM25, same");
    }

    @Test
    void aProtocolEvaluatesOneModel() {
        CommandLineRun run = CommandLineRun.of(
                "evaluate", "--suite", "paper", "--data", folder, "--model", base, "--model", collection);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("evaluate one model: give --model once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--compare-to=baseline", "--split=dev", "--tasks=link", "--keep-query-paper", "--collection=x"})
    void aProtocolTakesNoOptionOfCollections(String option) {
        CommandLineRun run =
                CommandLineRun.of("evaluate", "--suite", "paper", "--data", folder, "--model", base, option);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains(option.replaceAll("=.*", "") + " belongs to an evaluation on a collection");
    }

    @Test
    void dataOfProtocolsIsRefusedWithoutOne() {
        CommandLineRun run = CommandLineRun.of("evaluate", "--collection", collection, "--data", folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--data belongs to --protocol or --suite");
    }

    private CommandLineRun evaluate(Object... models) {
        List<Object> call = new ArrayList<>(List.of("evaluate", "--collection", collection, "--split", "test"));
        call.addAll(List.of("--base", base, "--out", folder.resolve("report")));
        for (Object model : models) {
            boolean isOption = call.getLast().equals("--compare-to") || model.equals("--compare-to");
            call.addAll(isOption ? List.of(model) : List.of("--model", model));
        }
        return CommandLineRun.of(call.toArray());
    }

    private List<String> rows(Object... models) throws IOException {
        Path report = folder.resolve("report");
        CommandLineRun run = evaluate(models);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        JsonNode metrics = JSON.readTree(report.resolve("report.json").toFile());
        return StreamSupport.stream(metrics.at("/tasks/0/systems").spliterator(), false)
                .map(system -> system.path("name").asText())
                .toList();
    }

    @Test
    void aTypeForAFormatThatHasNoneIsRefused() {
        for (String format : List.of("sentence-transformers", "folder")) {
            CommandLineRun run = CommandLineRun.of(
                    "export",
                    base,
                    "--task",
                    "link",
                    "--format",
                    format,
                    "--type",
                    "fp16",
                    "--to",
                    folder.resolve("out"));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).contains("--type is for --format onnx");
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void vectorsOfAModelThatComparesByTheCosineHaveLengthOne() throws IOException {
        assertThat(lengthOfFirst(base)).isGreaterThan(1.5);
        Files.writeString(base.resolve("modules.json"), """
                [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
                 {"idx": 1, "name": "1", "path": "pooling", "type": "sentence_transformers.models.Pooling"},
                 {"idx": 2, "name": "2", "path": "normalize", "type": "sentence_transformers.models.Normalize"}]
                """);
        Files.createDirectories(base.resolve("pooling"));
        Files.writeString(base.resolve("pooling/config.json"), "{\"pooling_mode_mean_tokens\": true}");
        assertThat(lengthOfFirst(base)).isCloseTo(1, within(1e-6));
    }

    private double lengthOfFirst(Path model) throws IOException {
        Path vectors = folder.resolve("vectors.npy");
        Path corpus = collection.resolve("corpus.jsonl");
        CommandLineRun run = CommandLineRun.of(
                "embed",
                "--model",
                model,
                "--task",
                "link",
                "--input",
                corpus,
                "--output",
                vectors,
                "--precision=float32");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        try (NumpyFile array = NumpyFile.open(vectors)) {
            double squares = 0;
            for (float component : array.row(0)) {
                squares += (double) component * component;
            }
            return Math.sqrt(squares);
        }
    }
}
