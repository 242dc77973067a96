package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.event.TrainingListener.Measurement;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Told told = new Told();
        TinyRun run = ruinous("run", "dev.patience=3").listenedToBy(told);
        assertThat(run.start(ALL)).isTrue();

        Measurement best = told.measured.stream()
                .max(Comparator.comparingDouble(Measurement::mean)
                        .thenComparing(Measurement::step, Comparator.reverseOrder()))
                .orElseThrow();
        Measurement last = told.measured.getLast();
        assertThat(last.step()).isEqualTo(best.step() + 3).isLessThan(20);
        assertThat(told.reason).contains("no more improvement");
        assertThat(told.measured.stream().filter(Measurement::best).toList().getLast())
                .isEqualTo(best);

        assertThat(bytes(run.files().trained())).isEqualTo(bytes(run.files().best()));
        assertThat(bytes(run.files().trained())).isNotEqualTo(bytes(run.latest()));
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
    void withoutPatienceTheRunGoesToItsEndAndTheBestIsKeptAllTheSame() throws IOException {
        Told told = new Told();
        TinyRun run = ruinous("run", "dev.patience=0").listenedToBy(told);
        run.start(ALL);
        assertThat(told.measured).hasSize(20);
        assertThat(run.result()).isEqualTo(bytes(run.files().best()));
    }

    private TinyRun ruinous(String name, String more) throws IOException {
        return new TinyRun(
                temporary.resolve(name),
                collection,
                "optim.lr=0.05",
                "optim.warmup=0",
                "dev.everySteps=1",
                "merge.share=1",
                more);
    }

    private static byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve("model.safetensors"));
    }

    private static final class Told implements TrainingListener {
        private final List<Measurement> measured = new ArrayList<>();
        private String reason = "";

        @Override
        public void measured(Measurement measurement) {
            measured.add(measurement);
        }

        @Override
        public void ended(long step, double elapsedSeconds, String why) {
            reason = why;
        }
    }
}
