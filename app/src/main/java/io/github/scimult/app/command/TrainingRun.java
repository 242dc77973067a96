package io.github.scimult.app.command;

import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.model.train.RunLog;
import io.github.scimult.model.train.Trainer;
import io.github.scimult.model.train.TrainingFolder;
import io.github.scimult.model.train.TrainingListener;
import io.github.scimult.model.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A training run as the commands start it: shown, logged, and stopped by Ctrl-C. */
final class TrainingRun {
    private TrainingRun() {}

    /** What to do with a trainer. */
    private interface Action {
        boolean run(Trainer trainer) throws IOException;
    }

    static int start(Path out, TrainingPlan plan) throws IOException {
        return run(out, trainer -> trainer.start(plan));
    }

    static int resume(Path out) throws IOException {
        return run(out, Trainer::resume);
    }

    private static int run(Path out, Action action) throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        TrainingFolder folder = new TrainingFolder(out);
        try (StopSignal stop = new StopSignal(line);
                LateLog log = new LateLog(folder)) {
            TrainingListener listener = TrainingListener.all(List.of(new TrainingDisplay(line), log));
            boolean finished = action.run(new Trainer(out, listener, stop));
            line.print(finished ? "the model is in " + out : "stopped; go on with: ./scimult train --resume " + out);
            return 0;
        }
    }

    /** The log, opened when the run begins: before that there may be no folder, and a refused one stays as it is. */
    private static final class LateLog implements TrainingListener, AutoCloseable {
        private final TrainingFolder folder;
        private RunLog log;

        LateLog(TrainingFolder folder) {
            this.folder = folder;
        }

        @Override
        public void started(Map<String, Object> facts) {
            try {
                log = new RunLog(folder.log());
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            log.started(facts);
        }

        @Override
        public void step(Step step) {
            log.step(step);
        }

        @Override
        public void measured(Measurement measurement) {
            log.measured(measurement);
        }

        @Override
        public void blended(List<Blended> tried, double chosen) {
            log.blended(tried, chosen);
        }

        @Override
        public void ended(long step, double elapsedSeconds, String reason) {
            log.ended(step, elapsedSeconds, reason);
        }

        @Override
        public void close() throws IOException {
            if (log != null) {
                log.close();
            }
        }
    }
}
