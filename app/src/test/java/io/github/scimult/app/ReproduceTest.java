package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.app.recipe.ExpectedScores;
import io.github.scimult.app.recipe.RecipeRow;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipe is done, gone on with, and compared with what is expected. */
class ReproduceTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Path recipe;
    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        SyntheticCollection.generate(folder.resolve("data/papers"), SyntheticSettings.of(60, 30, 5));
        Path base = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
        out = folder.resolve("out");
        recipe = Files.createDirectory(folder.resolve("recipe"));
        Files.writeString(recipe.resolve("recipe.yaml"), """
                title: Two ways
                train: {papers: 1}
                evaluate: [papers]
                training: {budget: {minutes: 0, steps: 2}}
                runs:
                  - {name: shared, config: shared.yaml, seeds: [1, 2]}
                  - {name: apart, config: apart.yaml}
                  - {name: apart-fine-tuned, fineTunedOf: apart}
                """);
        String common = "model: {base: " + base + "}\n" + "compute: {precision: float32, attention: fused}\n";
        Files.writeString(recipe.resolve("shared.yaml"), common);
        Files.writeString(recipe.resolve("apart.yaml"), common + "variant: mha-experts\n");
    }

    private CommandLineRun reproduce(String... more) {
        Object[] all = new Object[7 + more.length];
        System.arraycopy(
                new Object[] {"reproduce", recipe, "--data", folder.resolve("data"), "--out", out, "--precision=float32"
                },
                0,
                all,
                0,
                7);
        System.arraycopy(more, 0, all, 7, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void everyRunIsOneLineOfTheTableAndDriftIsToldInEitherDirection() throws IOException {
        assertThat(reproduce("--record").exitCode()).isZero();
        assertThat(out.resolve("table.md"))
                .content()
                .contains(
                        "## Two ways",
                        "| baseline | ",
                        "| BM25 | ",
                        "| shared | ",
                        "| apart | ",
                        "| apart-fine-tuned | ",
                        " ±",
                        "papers/link Recall@20",
                        "|  | steps | classification (papers) | link (papers) |",
                        "| baseline | – |",
                        "| apart | 2 |");
        Path expected = recipe.resolve("expected.json");
        assertThat(reproduce().exitCode()).isZero();

        for (double change : new double[] {0.3, -0.3}) {
            String kept = Files.readString(expected);
            ObjectNode scores = (ObjectNode) JSON.readTree(kept);
            ObjectNode shared = (ObjectNode) scores.get("shared").get("scores");
            shared.put("papers/link", shared.get("papers/link").asDouble() + change);
            Files.writeString(expected, scores.toString());
            assertThat(reproduce().exitCode()).isEqualTo(1);
            Files.writeString(expected, kept);
        }
    }

    @Test
    void runsThatWereTrainedForOtherStepsThanTheExpectedAreNamed() throws IOException {
        Files.writeString(
                recipe.resolve("apart.yaml"), "stages: [{variant: vanilla, share: 0.5}]\n", StandardOpenOption.APPEND);
        assertThat(reproduce("--only=apart", "--record").exitCode()).isZero();
        Path expected = recipe.resolve("expected.json");
        assertThat(JSON.readTree(expected.toFile()).at("/apart/steps").asLong())
                .as("both stages together")
                .isEqualTo(2);

        assertThat(ExpectedScores.otherSteps(recipe, List.of(apartAfter(2)))).isEmpty();
        assertThat(ExpectedScores.otherSteps(recipe, List.of(apartAfter(9), apartAfter(9))))
                .containsExactly("apart: 9 steps, where the expected scores are of 2");
    }

    private static RecipeRow apartAfter(double steps) {
        return new RecipeRow("apart", "papers/link", "Recall@20", 10, 0.5, 0, 1, steps, "");
    }

    @Test
    void whatIsExpectedOfRunsThatWereNotDoneStays() throws IOException {
        Files.writeString(recipe.resolve("expected.json"), """
                {"shared": {"steps": 7, "scores": {"papers/link": 0.25}}, "apart": {"steps": 7, "scores": {"gone/link": 1}}}""");
        assertThat(reproduce("--only=apart", "--record").exitCode()).isZero();
        JsonNode kept = JSON.readTree(recipe.resolve("expected.json").toFile());
        assertThat(kept.at("/shared/steps").asLong()).isEqualTo(7);
        assertThat(kept.at("/shared/scores/papers~1link").asDouble()).isEqualTo(0.25);
        assertThat(kept.at("/apart/steps").asLong()).isEqualTo(2);
        assertThat(kept.at("/apart/scores").has("gone/link")).isFalse();
        assertThat(kept.at("/apart/scores").has("papers/link")).isTrue();
    }

    @Test
    void aFirstStageThatTwoRunsHaveInCommonIsTrainedOnce() throws IOException {
        String stage = "stages: [{variant: vanilla, share: 0.5}]\n";
        Files.writeString(recipe.resolve("shared.yaml"), stage + "variant: prefix\n", StandardOpenOption.APPEND);
        Files.writeString(recipe.resolve("apart.yaml"), stage, StandardOpenOption.APPEND);
        Files.writeString(recipe.resolve("recipe.yaml"), """
                train: {papers: 1}
                evaluate: [papers]
                training: {budget: {minutes: 0, steps: 2}}
                runs: [{name: shared, config: shared.yaml, seeds: [17, 18]}, {name: apart, config: apart.yaml}]
                """);
        assertThat(reproduce().exitCode()).isZero();
        String first = "model/training/stages/1-vanilla";
        assertThat(out.resolve("shared-17").resolve(first).resolve("training")).exists();
        assertThat(out.resolve("shared-18").resolve(first).resolve("training")).exists();
        Path taken = out.resolve("apart-17").resolve(first);
        assertThat(taken.resolve("training")).doesNotExist();
        assertThat(taken.resolve("model.safetensors"))
                .hasSameBinaryContentAs(out.resolve("shared-17").resolve(first).resolve("model.safetensors"));
    }

    @Test
    void whatIsFinishedIsNotDoneAgain() throws IOException {
        assertThat(reproduce("--only=apart").exitCode()).isZero();
        Path weights = out.resolve("apart-17/model/model.safetensors");
        Path report = out.resolve("apart-17/reports/papers.json");
        var trained = Files.getLastModifiedTime(weights);
        var measured = Files.getLastModifiedTime(report);
        assertThat(reproduce("--only=apart").exitCode()).isZero();
        assertThat(Files.getLastModifiedTime(weights)).isEqualTo(trained);
        assertThat(Files.getLastModifiedTime(report)).isEqualTo(measured);
        assertThat(out.resolve("shared-1")).doesNotExist();
    }

    @Test
    void aRunThatWasBegunWithOtherSettingsIsNotTakenForTheWantedOne() {
        assertThat(reproduce("--only=apart").exitCode()).isZero();
        CommandLineRun other = reproduce("--only=apart", "--set=budget.steps=3");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.errors())
                .contains("apart-17/model was started with other settings: budget.steps was 2 and is 3 now.")
                .contains("Delete it");
        assertThat(reproduce("--only=apart", "--set=compute.threads=1").exitCode())
                .isZero();
    }

    @Test
    void theTrainedEndBeforeBlendingIsMeasuredWithoutTrainingAgain() throws IOException {
        assertThat(reproduce("--only=apart-fine-tuned").exitCode()).isZero();
        assertThat(out.resolve("apart-fine-tuned-17/reports/papers.json")).exists();
        assertThat(out.resolve("apart-17/model/training/fine-tuned/model.safetensors"))
                .exists();
        assertThat(out.resolve("apart-fine-tuned-17/model")).doesNotExist();
        assertThat(out.resolve("apart-17/reports")).doesNotExist();
    }

    @Test
    void anUnblendedRowOfARunThatIsNotTrainedIsRefused() throws IOException {
        Files.writeString(recipe.resolve("recipe.yaml"), """
                train: {papers: 1}
                evaluate: [papers]
                runs: [{name: apart, config: apart.yaml}, {name: end, fineTunedOf: shared}]
                """);
        CommandLineRun run = reproduce();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("end has fineTunedOf: shared, but no run trains shared with the seeds [17]");
    }

    @Test
    void aRunThatTheRecipeLacksIsRefused() {
        CommandLineRun run = reproduce("--only=prefix");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--only prefix").contains("[shared, apart, apart-fine-tuned]");
    }
}
