package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.fixture.RecordedEvents;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rate that ruins the encoder: dev falls, and what was best before is what remains. */
class EarlyStoppingTest {
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    private Path temporary;

    private Path collection;

    @BeforeEach
    void generate() throws IOException {
        collection = TinyRun.collection(temporary.resolve("papers"), 60);
    }

    @Test
    void theBestOnDevIsKeptAndARunThatFindsNoBetterStops() throws IOException {
        RecordedEvents told = new RecordedEvents();
        TinyRun run = ruinous("run", "dev.patience=3").listenedToBy(told);
        assertThat(run.start(ALL)).isTrue();

        List<TrainingEvent.Evaluated> evaluated = told.of(TrainingEvent.Evaluated.class);
        TrainingEvent.Evaluated best = evaluated.stream()
                .max(Comparator.comparingDouble(TrainingEvent.Evaluated::mean)
                        .thenComparing(TrainingEvent.Evaluated::step, Comparator.reverseOrder()))
                .orElseThrow();
        TrainingEvent.Evaluated last = evaluated.getLast();
        assertThat(last.step()).isEqualTo(best.step() + 3).isLessThan(20);
        assertThat(told.of(TrainingEvent.Ended.class).getFirst().reason()).contains("no more improvement");
        assertThat(evaluated.stream()
                        .filter(TrainingEvent.Evaluated::best)
                        .toList()
                        .getLast())
                .isEqualTo(best);

        assertThat(bytes(run.files().fineTuned())).isEqualTo(bytes(run.files().best()));
        assertThat(bytes(run.files().fineTuned())).isNotEqualTo(bytes(run.latest()));
        assertThat(run.result()).isEqualTo(bytes(run.files().best()));
    }

    @Test
    void patienceSurvivesAnInterruption() throws IOException {
        TinyRun whole = ruinous("whole", "dev.patience=3");
        whole.start(ALL);
        TinyRun parts = ruinous("parts", "dev.patience=3");
        boolean ended = parts.start(1);
        while (!ended) {
            ended = parts.resume(1);
        }
        ResumeTest.sameBits(parts.state(), whole.state());
        assertThat(parts.result()).isEqualTo(whole.result());
    }

    @Test
    void aRunThatStoppedEarlyAndWasKilledBeforeItsResultTakesNoFurtherStep() throws IOException {
        TinyRun whole = ruinous("whole", "dev.patience=3");
        whole.start(ALL);
        TinyRun killed = ruinous("killed", "dev.patience=3");
        assertThatThrownBy(() -> killed.listenedToBy(event -> {
                            if (event instanceof TrainingEvent.Interpolated) {
                                throw new IllegalStateException("killed");
                            }
                        })
                        .start(ALL))
                .hasMessage("killed");
        RecordedEvents told = new RecordedEvents();
        assertThat(killed.listenedToBy(told).resume(ALL)).isTrue();
        assertThat(told.steps()).isEmpty();
        assertThat(killed.result()).isEqualTo(whole.result());
    }

    @Test
    void withoutPatienceTheRunGoesToItsEndAndTheBestIsKeptAllTheSame() throws IOException {
        RecordedEvents told = new RecordedEvents();
        TinyRun run = ruinous("run", "dev.patience=0").listenedToBy(told);
        run.start(ALL);
        assertThat(told.of(TrainingEvent.Evaluated.class)).hasSize(20);
        assertThat(run.result()).isEqualTo(bytes(run.files().best()));
    }

    private TinyRun ruinous(String name, String more) throws IOException {
        return new TinyRun(
                temporary.resolve(name),
                collection,
                "optim.lr=0.05",
                "optim.warmup=0",
                "dev.everySteps=1",
                "merge.alpha=1",
                more);
    }

    private static byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve("model.safetensors"));
    }
}
