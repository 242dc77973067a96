package io.github.scimult.training;

import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Model selection: evaluates on dev from time to time, keeps the best encoder, and ends the run once nothing improves. */
final class DevSelection implements TrainingHook {
    private final TrainingConfig config;
    private final RunProgress run;
    private final DevEvaluation dev;
    private final DevEncoders encoders;
    private final EncoderWeights encoder;
    private final RunStore store;
    private final Consumer<TrainingEvent> listener;
    private double progressBefore;
    private List<DevResult> best;

    DevSelection(
            TrainingConfig config,
            RunProgress run,
            DevEvaluation dev,
            DevEncoders encoders,
            EncoderWeights encoder,
            RunStore store,
            Consumer<TrainingEvent> listener) {
        this.config = config;
        this.run = run;
        this.dev = dev;
        this.encoders = encoders;
        this.encoder = encoder;
        this.store = store;
        this.listener = listener;
    }

    @Override
    public void beforeStep() {
        progressBefore = run.progress();
    }

    @Override
    public void afterStep() throws IOException {
        if (!dev.isEmpty() && isDue(progressBefore, run.progress())) {
            evaluate();
        }
    }

    private boolean isDue(double before, double after) {
        if (config.dev().everySteps() > 0) {
            return run.step() % config.dev().everySteps() == 0 || after >= 1;
        }
        int times = config.dev().evaluations();
        return Math.floor(after * times) > Math.floor(before * times);
    }

    private void evaluate() throws IOException {
        double start = run.elapsed();
        List<DevResult> results;
        try (LibtorchEncoder evaluated = encoders.of("trained", encoder)) {
            results = dev.evaluate(evaluated);
        }
        List<DevScore> scores = DevEvaluation.scores(results);
        double mean = DevEvaluation.meanOverTasks(scores);
        boolean isBest = dev.canSelect() && run.state().selection().isBest(mean);
        run.evaluated(scores, mean, isBest, run.elapsed() - start);
        listener.accept(
                new TrainingEvent.Evaluated(run.step(), run.state().clock().elapsedSeconds(), mean, scores, isBest));
        if (isBest) {
            best = results;
            store.writeModel(store.best(), encoder, encoders.tokenizer());
        }
        if (config.merge().checkpoints() > 1) {
            store.writeModel(store.evaluated().of(run.step()), encoder, encoders.tokenizer());
            store.evaluated().deleteAllBut(config.merge().checkpoints());
        }
    }

    /** Patience may have run out before an interruption, too. */
    @Override
    public boolean endsRun() {
        int patience = config.dev().patience();
        return patience > 0 && run.state().selection().evaluationsSinceBest() >= patience;
    }

    /** The results of the encoder that was best on dev, where this process evaluated it. */
    Optional<List<DevResult>> best() {
        return Optional.ofNullable(best);
    }
}
