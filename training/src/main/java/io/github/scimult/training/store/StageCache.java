package io.github.scimult.training.store;

import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.training.config.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finished stages of other runs. A run that would train a stage with the same settings on the same inputs takes it over with all that
 * belongs to it, and continues as if it had trained it: variants that are compared begin with the same weights, as in the paper
 * (SciMult, section 3.3), and these are trained once.
 *
 * @param runs where to look, in this order; a folder that holds no run is passed over
 */
public record StageCache(List<RunStore> runs) {
    /** What a stage needed itself; others read its result alone. */
    private static final Path OF_TRAINING = Path.of("training");

    public StageCache {
        runs = List.copyOf(runs);
    }

    /** What may differ in the inputs is looked at only where all else is the same: it takes reading them. */
    public interface Inputs {
        RunInputs get() throws IOException;
    }

    /**
     * Takes over a stage that is not there yet, if a run has the same.
     *
     * @param number of the stage, from 1
     * @param inputs what the run learns from
     * @param into the run that has {@code plan}
     * @return the run that had it; empty if none has, or {@code into} has started the stage itself
     */
    public Optional<Path> takeOver(TrainingPlan plan, int number, Inputs inputs, RunStore into) throws IOException {
        if (stage(plan, number, into).checkpoint().exists()) {
            return Optional.empty();
        }
        for (RunStore run : runs) {
            if (has(run, plan, number, inputs)) {
                copy(run, plan, number, into);
                return Optional.of(run.root());
            }
        }
        return Optional.empty();
    }

    private static boolean has(RunStore run, TrainingPlan plan, int number, Inputs inputs) throws IOException {
        if (!Files.isRegularFile(run.plan()) || !stage(plan, number, run).isFinished()) {
            return false;
        }
        TrainingPlan theirs = run.readPlan();
        return theirs.config().stages().size() >= number
                && theirs.version().equals(plan.version())
                && theirs.collections().equals(plan.collections())
                && IntStream.range(0, number)
                        .allMatch(stage -> theirs.config()
                                .learningOf(stage)
                                .equals(plan.config().learningOf(stage)))
                && (plan.config().hardNegatives().model() == 0
                        || lastMining(run, plan, number).isPresent())
                && stage(plan, number, run).readManifest().inputs().equals(inputs.get());
    }

    /** Copies the stage last: that its result is there says that all is. */
    private static void copy(RunStore run, TrainingPlan plan, int number, RunStore into) throws IOException {
        copy(run.hardNegatives(), into.hardNegatives(), StepFolders::isOne);
        OptionalLong mined = lastMining(run, plan, number);
        if (mined.isPresent()) {
            long step = mined.getAsLong();
            copy(minings(run).of(step), minings(into).of(step), entry -> false);
        }
        if (Files.exists(run.baseline())) {
            Files.copy(run.baseline(), into.baseline(), StandardCopyOption.REPLACE_EXISTING);
        }
        copy(stage(plan, number, run).root(), stage(plan, number, into).root(), entry -> entry.equals(OF_TRAINING));
    }

    /** The last mining whose hard negatives the stage sampled from; later ones are of the other run's next stage. */
    private static OptionalLong lastMining(RunStore run, TrainingPlan plan, int number) throws IOException {
        long steps = 0;
        for (int stage = 1; stage <= number; stage++) {
            steps += stage(plan, stage, run).readManifest().extent().steps();
        }
        return minings(run).lastUpTo(steps - 1);
    }

    private static StepFolders minings(RunStore run) {
        return new StepFolders(run.hardNegatives());
    }

    private static RunStore stage(TrainingPlan plan, int number, RunStore run) {
        return run.stage(number, plan.config().stages().get(number - 1).variant());
    }

    /** Copies a folder whole, without the entries of its own that are left out; one that is not there is fine. */
    private static void copy(Path from, Path to, Predicate<Path> leftOut) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> below = Files.walk(from).skip(1)) {
            List<Path> all = below.filter(
                            one -> !leftOut.test(from.relativize(one).getName(0)))
                    .toList();
            AtomicFolder.write(to, folder -> {
                for (Path one : all) {
                    Files.copy(one, folder.resolve(from.relativize(one)));
                }
            });
        }
    }
}
