package io.github.scimult.training;

import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.optim.AdamW;
import io.github.scimult.training.store.Checkpoint;
import io.github.scimult.training.store.RunInputs;
import java.io.IOException;

/** Saves the run's state: at its start, from time to time, after each evaluation, and at its end. */
final class CheckpointSaving implements TrainingHook {
    private final TrainingConfig config;
    private final RunProgress run;
    private final Saved saved;
    private final HardNegativeMining mining;
    private double lastSave;
    private long lastStep = -1;

    /** What is saved, and where. */
    record Saved(
            Checkpoint checkpoint,
            EncoderWeights encoder,
            TextTokenizer tokenizer,
            AdamW optimizer,
            RunInputs inputs) {}

    /** @param mining receives each checkpoint, so that it keeps what resuming from it needs */
    CheckpointSaving(TrainingConfig config, RunProgress run, Saved saved, HardNegativeMining mining) {
        this.config = config;
        this.run = run;
        this.saved = saved;
        this.mining = mining;
    }

    @Override
    public void start() throws IOException {
        lastSave = run.elapsed();
        if (run.step() == 0) {
            save();
        } else {
            lastStep = run.step();
        }
    }

    @Override
    public void afterStep() throws IOException {
        boolean isDue = config.saveMinutes() > 0 && run.elapsed() - lastSave >= 60 * config.saveMinutes();
        if (!run.scoresOfStep().isEmpty() || (isDue && !run.isOver())) {
            save();
        }
    }

    @Override
    public void end() throws IOException {
        if (run.step() != lastStep) {
            save();
        }
    }

    private void save() throws IOException {
        run.takeTime(0);
        saved.checkpoint().save(saved.encoder(), saved.tokenizer(), saved.optimizer(), run.state(), saved.inputs());
        mining.checkpointSaved();
        lastSave = run.elapsed();
        lastStep = run.step();
    }
}
