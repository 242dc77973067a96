package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is killed at random moments. What is on the disk then is copied while the run goes on, which is what a kill leaves; each
 * copy is resumed.
 */
class KilledRunTest extends OnTinyCollection {
    private static final int KILLS = 7;
    private static final List<String> SETTINGS = List.of(
            "variant=mha-experts",
            "stages=[{variant: vanilla, share: 0.5}]",
            "batch.queries=8",
            "pseudoQueries.weight=0",
            "dev.everySteps=3",
            "dev.queries=3",
            "dev.candidates=9",
            "merge.alpha=1");

    @ParameterizedTest
    @ValueSource(strings = {"budget.steps=12", "budget.epochs=1"})
    void endsWithTheSameBits(String budget) throws IOException {
        String[] settings = {budget.startsWith("budget.steps") ? budget : "budget.steps=0", budget};
        TinyRun whole = tinyRun("whole", SETTINGS, settings);
        Killer killer = new Killer(whole, new SplittableRandom(17));
        assertThat(whole.listenedToBy(killer).start(ALL)).isTrue();
        assertThat(killer.kills).hasSize(KILLS);
        for (Path left : killer.kills) {
            TinyRun killed = tinyRun(left.getFileName().toString(), SETTINGS, settings);
            assertThat(killed.resume(ALL)).isTrue();
            ResumeTest.sameBits(killed.state(), whole.state());
            assertThat(killed.result()).isEqualTo(whole.result());
        }
    }

    /** The learning rate follows the clock, so that the weights are others; what is sampled for each step is the same. */
    @Test
    void underALimitOfMinutesGoesOnWithTheSameBatches() throws IOException {
        String[] settings = {
            "budget.steps=10", "budget.minutes=60", "stages=[]", "hardNegatives.model=0", "variant=vanilla"
        };
        TinyRun whole = tinyRun("whole", SETTINGS, settings);
        Killer killer = new Killer(whole, new SplittableRandom(18));
        Map<Long, TrainingEvent.Step> steps = new HashMap<>();
        assertThat(whole.listenedToBy(killer.and(noteSteps(steps))).start(ALL)).isTrue();
        for (Path left : killer.kills) {
            Map<Long, TrainingEvent.Step> further = new HashMap<>();
            TinyRun killed = tinyRun(left.getFileName().toString(), SETTINGS, settings);
            assertThat(killed.listenedToBy(noteSteps(further)).resume(ALL)).isTrue();
            further.forEach((number, step) -> {
                TrainingEvent.Step before = steps.get(number);
                assertThat(List.of(step.source(), step.tokens())).isEqualTo(List.of(before.source(), before.tokens()));
            });
        }
    }

    private static Consumer<TrainingEvent> noteSteps(Map<Long, TrainingEvent.Step> steps) {
        return event -> {
            if (event instanceof TrainingEvent.Step step) {
                steps.put(step.step(), step);
            }
        };
    }

    /** Copies the run's folder at random events. */
    private static final class Killer implements Consumer<TrainingEvent> {
        private final TinyRun run;
        private final SplittableRandom random;
        private final List<Path> kills = new ArrayList<>();

        Killer(TinyRun run, SplittableRandom random) {
            this.run = run;
            this.random = random;
        }

        Consumer<TrainingEvent> and(Consumer<TrainingEvent> other) {
            return event -> {
                accept(event);
                other.accept(event);
            };
        }

        @Override
        public void accept(TrainingEvent event) {
            boolean begun = Files.exists(run.folder().resolve("training/plan.json"));
            if (begun && kills.size() < KILLS && random.nextBoolean()) {
                kills.add(copy(run.folder(), run.folder().resolveSibling("kill-" + kills.size())));
            }
        }

        private static Path copy(Path from, Path to) {
            try (Stream<Path> all = Files.walk(from)) {
                for (Path one : all.toList()) {
                    Files.copy(one, to.resolve(from.relativize(one)));
                }
                return to;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
