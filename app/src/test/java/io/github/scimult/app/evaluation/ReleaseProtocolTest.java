package io.github.scimult.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.SciMultCheckpoint;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.evaluation.protocol.PaperProtocol;
import io.github.scimult.evaluation.protocol.ProtocolScores;
import io.github.scimult.evaluation.ranking.EvaluationProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authors' own evaluation scripts, run on a small data set, printed these metrics for three models. */
class ReleaseProtocolTest {
    private static final Path DATA = Golden.path("release-eval/data");

    /** Which metrics of ours are which of the scripts' lines. */
    private static final Map<String, String> SUFFIXES = Map.of(
            "Recall@20,50,100 (w/o label matching)", "",
            "Recall@20,50,100 (w/ label matching)", ", names first",
            "Recall@20,50,100 (cite)", " cite",
            "Recall@20,50,100 (co-cite)", " co-cite",
            "Recall@20,50,100", "");

    @ParameterizedTest
    @CsvSource({
        "attention, release-attention-experts, search",
        "attention, release-attention-experts, link",
        "attention, release-attention-experts, classification",
        "ffn, release-ffn-experts, search",
        "ffn, release-ffn-experts, link",
        "ffn, release-ffn-experts, classification",
        "vanilla, release-vanilla, none"
    })
    void everyProtocolGivesTheFiguresOfTheScripts(String model, String folder, String expert) throws IOException {
        Map<String, JsonNode> fragile = fragile(model, expert);
        JsonNode expected = Golden.json("release-eval/expected.json");
        int compared = 0;
        try (PretrainedModel read =
                SciMultCheckpoint.load(Golden.path(folder + "/model.zip.ckpt"), Golden.path("tiny-bert"), null)) {
            LibtorchEncoder encoder = LibtorchEncoder.of(
                    model, read, read.config(), new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, 1));
            TextEncoder fixed = new Fixed(encoder, Task.parse(expert.equals("none") ? "search" : expert));
            for (PaperProtocol protocol : PaperProtocol.values()) {
                for (Path file : protocol.dataSets(DATA)) {
                    ProtocolScores metrics = protocol.measure(file, fixed, EvaluationProgress.NONE);
                    String name = metrics.dataset().startsWith("TREC")
                            ? protocol.lowerCaseName() + "-segments"
                            : protocol.lowerCaseName();
                    JsonNode wanted = expected.path(name).path(model).path(expert);
                    assertThat(wanted.isMissingNode()).as(name).isFalse();
                    compared += compare(name, wanted, metrics, fragile);
                }
            }
        }
        assertThat(compared).isEqualTo(31);
    }

    private static int compare(
            String protocol, JsonNode wanted, ProtocolScores metrics, Map<String, JsonNode> fragile) {
        int compared = 0;
        for (Map.Entry<String, JsonNode> line : wanted.properties()) {
            List<Double> found = values(line.getKey(), metrics.values());
            assertThat(found).as("%s %s", protocol, line.getKey()).hasSameSizeAs(line.getValue());
            JsonNode range = fragile.get(protocol + " " + line.getKey());
            for (int i = 0; i < found.size(); i++) {
                double lowest = (range == null ? line.getValue() : range.get("lowest"))
                        .get(i)
                        .asDouble();
                double highest = (range == null ? line.getValue() : range.get("highest"))
                        .get(i)
                        .asDouble();
                assertThat(found.get(i))
                        .as("%s %s %d", protocol, line.getKey(), i)
                        .isBetween(lowest - 1e-6, highest + 1e-6);
                compared++;
            }
        }
        return compared;
    }

    private static List<Double> values(String line, Map<String, Double> metrics) {
        String suffix = SUFFIXES.get(line);
        if (suffix == null) {
            return new ArrayList<>(metrics.values());
        }
        return List.of(20, 50, 100).stream()
                .map(cutoff -> metrics.get("Recall@" + cutoff + suffix))
                .toList();
    }

    private static Map<String, JsonNode> fragile(String model, String expert) throws IOException {
        Map<String, JsonNode> fragile = new LinkedHashMap<>();
        for (JsonNode line : Golden.lines("release-eval/fragile.jsonl")) {
            if (line.get("model").asText().equals(model)
                    && line.get("expert").asText().equals(expert)) {
                fragile.put(
                        line.get("protocol").asText() + " " + line.get("figure").asText(), line);
            }
        }
        return fragile;
    }

    /** An encoder whose expert is always the same, as the scripts were run. */
    private record Fixed(LibtorchEncoder encoder, Task task) implements TextEncoder {
        @Override
        public String name() {
            return encoder.name();
        }

        @Override
        public int dimension() {
            return encoder.dimension();
        }

        @Override
        public Similarity similarity() {
            return encoder.similarity();
        }

        @Override
        public float[][] encode(List<SegmentedText> texts, Task asked) {
            return encoder.encode(texts, task);
        }

        @Override
        public float[][] encodeMarked(List<SegmentedText> texts, Task asked) {
            return encoder.encodeMarked(texts, task);
        }
    }
}
