package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
                        "dev.times=4",
                        "merge.checkpoints=2",
                        "merge.parts=experts",
                        "merge.shares=[0.5, 1]")
                .besides(other);
    }

    private static JsonNode manifest(TinyRun run) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(run.folder().resolve("manifest.json").toFile());
    }

    @Test
    void everyPartsShareThatWasTriedStandsInTheManifest() throws IOException {
        TinyRun run = run("run");
        assertThat(run.start(ALL)).isTrue();
        JsonNode manifest = manifest(run);
        assertThat(manifest.path("trained").asText()).isNotEmpty();
        assertThat(manifest.path("blends")).hasSize(2 + 4);
        assertThat(manifest.at("/blends/2/parts/shared").isNumber()).isTrue();
        assertThat(manifest.path("dev")).isNotEmpty();
    }

    @Test
    void ofTheMeasurementsOnlyTheLastAreKept() throws IOException {
        TinyRun run = run("run");
        assertThat(run.start(ALL)).isTrue();
        assertThat(run.files().measured().all())
                .extracting(folder -> folder.getFileName().toString())
                .containsExactly("00000009", "00000012");
    }

    @Test
    void aCollectionOfWeightNothingIsMeasuredAndNotTrainedOn() throws IOException {
        TinyRun run = run("run");
        List<String> trained = new java.util.ArrayList<>();
        run.listenedToBy(new TrainingListener() {
                    @Override
                    public void step(Step step) {
                        trained.add(step.source());
                    }
                })
                .start(ALL);
        assertThat(trained).allMatch(source -> source.startsWith("papers/"));
        JsonNode dev = manifest(run).path("dev");
        assertThat(dev).anyMatch(figure -> figure.path("source").asText().startsWith("others/"));
        assertThat(dev)
                .allSatisfy(figure -> assertThat(figure.path("outside").asBoolean())
                        .isEqualTo(figure.path("source").asText().startsWith("others/")));
    }

    @Test
    void aRunThatWasStoppedMergesTheSame() throws IOException {
        endTheSame(run("whole"), run("parts"), 7);
    }
}
