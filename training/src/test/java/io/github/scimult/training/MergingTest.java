package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.RecordedEvents;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is merged at the end of a run, and what it says of it. */
class MergingTest extends OnTinyCollection {
    private static Path other;

    @BeforeAll
    static void generateAnother() throws IOException {
        other = TinyRun.collection(shared.resolve("others"), 50);
    }

    private TinyRun run(String name) throws IOException {
        return tinyRun(
                        name,
                        "variant=mha-experts",
                        "budget.steps=12",
                        "dev.evaluations=4",
                        "merge.checkpoints=2",
                        "merge.groups=experts",
                        "merge.alphas=[0.5, 1]")
                .besides(other);
    }

    private static JsonNode manifest(TinyRun run) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(run.folder().resolve("manifest.json").toFile());
    }

    @Test
    void everyCoefficientThatWasTriedStandsInTheManifest() throws IOException {
        TinyRun run = run("run");
        assertThat(run.start(ALL)).isTrue();
        JsonNode manifest = manifest(run);
        assertThat(manifest.path("weights").asText()).isNotEmpty();
        assertThat(manifest.at("/interpolation/tried")).hasSize(2 + 2);
        assertThat(manifest.at("/interpolation/tried/2/groupAlphas/expert link").isNumber())
                .isTrue();
        assertThat(manifest.at("/interpolation/dev")).isNotEmpty();
    }

    @Test
    void whereExpertsAloneWereTrainedTheCoefficientsOfTheWholeTellOfEachExpert() throws IOException {
        TinyRun run = tinyRun(
                "run",
                "variant=mha-ffn-experts",
                "model.expertBlocks=mod1",
                "budget.steps=12",
                "dev.evaluations=1",
                "merge.alphas=[0.5, 1]");
        assertThat(run.start(ALL)).isTrue();
        assertThat(manifest(run).at("/interpolation/tried")).hasSize(2);
    }

    @Test
    void ofTheEvaluationsOnlyTheLastAreKept() throws IOException {
        TinyRun run = run("run");
        assertThat(run.start(ALL)).isTrue();
        assertThat(run.files().evaluated().all())
                .extracting(folder -> folder.getFileName().toString())
                .containsExactly("00000009", "00000012");
    }

    @Test
    void aCollectionOfWeightZeroIsEvaluatedAndNotTrainedOn() throws IOException {
        TinyRun run = run("run");
        RecordedEvents told = new RecordedEvents();
        run.listenedToBy(told).start(ALL);
        assertThat(told.sources()).allMatch(source -> source.startsWith("papers/"));
        JsonNode dev = manifest(run).at("/interpolation/dev");
        assertThat(dev).anyMatch(score -> score.path("collection").asText().equals("others"));
        assertThat(dev)
                .allSatisfy(score -> assertThat(score.path("heldOut").asBoolean())
                        .isEqualTo(score.path("collection").asText().equals("others")));
    }

    @Test
    void aRunThatWasStoppedMergesTheSame() throws IOException {
        endTheSame(run("whole"), run("parts"), 7);
    }
}
