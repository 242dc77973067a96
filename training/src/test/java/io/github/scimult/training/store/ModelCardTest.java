package io.github.scimult.training.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.RunExtent;
import io.github.scimult.training.event.TrainedCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    private static final RunManifest MANIFEST = new RunManifest(
            "0.1.0",
            new RunExtent(1_200, 1_830),
            "the last step",
            new RunManifest.Result(
                    0.5,
                    Map.of("expert search", 0.0),
                    List.of(
                            new DevScore("vis", "link", "Recall@20", 0.5, 0.475, 0.01, 150, false),
                            new DevScore("vis", "search", "nDCG@10", 0.7, Double.NaN, 0, 90, true)),
                    List.of()),
            new RunInputs("base", List.of("0123456789abcdef"), List.of()),
            List.of(
                    new TrainedCollection("vis", "0123456789abcdef", 3_342, 2_286, 0, Map.of("link", 11_500L), false),
                    new TrainedCollection("npl", "fedcba9876543210", 11_429, 0, 93, Map.of(), true)),
            TrainingConfig.defaults());

    @TempDir
    private Path folder;

    @Test
    void aCardHasTheHeaderThatTheHubReads() {
        String card = card(Optional.empty(), ModelCard.Form.SENTENCE_TRANSFORMERS);
        assertThat(card.lines().limit(9))
                .containsExactly(
                        "---",
                        "library_name: sentence-transformers",
                        "pipeline_tag: sentence-similarity",
                        "tags:",
                        "- scimult",
                        "- scientific-literature",
                        "- feature-extraction",
                        "base_model: sentence-transformers/all-MiniLM-L6-v2",
                        "---");
        assertThat(card).contains("# mine", "SentenceTransformer(\"mine\")");
    }

    @Test
    void theLicenceIsLeftToWhoPublishesAndTheBasesIsSaid() {
        String card = card(Optional.empty(), ModelCard.Form.SCIMULT);
        assertThat(card.lines().takeWhile(line -> !line.startsWith("#"))).noneMatch(line -> line.startsWith("license"));
        assertThat(card).contains("## Licence", "licence (apache-2.0) asks to pass its notice on");
    }

    @Test
    void itSaysWhatTheModelLearnedFromAndWhatItScored() {
        assertThat(card(Optional.empty(), ModelCard.Form.SCIMULT))
                .contains("seed 17, 1,200 steps in 31 minutes", "(coefficient 0.5, expert search 0.0)")
                .contains("| vis | 3,342 | 2,286 | 0 | link 11,500 | 0123456789ab |")
                .contains("| npl | 11,429 | 0 | 93 | none, held out | fedcba987654 |")
                .contains("| vis | link | Recall@20 | 150 | 0.475 | 0.500 | +0.025 [+0.005, +0.045] |")
                .contains("| vis | search | nDCG@10 | 90 |  | 0.700 |  |")
                .doesNotContain("NaN", "%%");
    }

    @Test
    void numbersReadTheSameInEveryCountry() {
        String usual = card(Optional.empty(), ModelCard.Form.SCIMULT);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(card(Optional.empty(), ModelCard.Form.SCIMULT)).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void thatDevSelectedSomethingIsSaidOfRunsInWhichItDid() {
        assertThat(card(Optional.empty(), ModelCard.Form.SCIMULT))
                .contains("Where dev selected the weights or the coefficient, these scores are a little higher");
    }

    @Test
    void theCardOfOneTasksExpertHasTheScoresOfThatTaskAlone() {
        assertThat(card(Optional.of(Task.LINK), ModelCard.Form.ONNX))
                .contains("the part of a model that is for link", "| vis | link |", "`model.onnx`")
                .doesNotContain("| vis | search |");
    }

    @Test
    void ofAModelThatNoRunMadeItClaimsNothing() throws Exception {
        Files.writeString(folder.resolve("manifest.json"), "{\"version\": \"0.1.0\", \"models\": [\"a\", \"b\"]}");
        assertThat(RunStore.manifestOf(folder)).isEmpty();
        assertThat(RunStore.manifestOf(folder.resolve("minilm"))).isEmpty();
        assertThat(new ModelCard(Path.of("mine"), Optional.empty(), Optional.empty(), ModelCard.Form.SCIMULT).text())
                .contains("How it was trained is not known here.")
                .doesNotContain("## Training", "## Scores", "## Licence");
    }

    private static String card(Optional<Task> task, ModelCard.Form form) {
        return new ModelCard(Path.of("mine"), Optional.of(MANIFEST), task, form).text();
    }
}
