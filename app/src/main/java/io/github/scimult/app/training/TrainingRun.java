package io.github.scimult.app.training;

import io.github.scimult.app.report.TrainingReport;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.search.Bm25Indexer;
import io.github.scimult.training.Trainer;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.event.RunLog;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A training run as the commands start it: shown, logged, and stopped by Ctrl-C. */
public final class TrainingRun {
    private TrainingRun() {}

    /** What to do with a trainer. */
    private interface Action {
        boolean run(Trainer trainer) throws IOException;
    }

    /**
     * Trains from the base.
     *
     * @param goOn the command that goes on with the run once it was stopped
     * @param others folders of runs whose finished stages are taken over where they are the same
     * @return whether the run came to its end
     */
    public static boolean start(Path out, TrainingPlan plan, String goOn, List<Path> others) throws IOException {
        return run(out, goOn, others, trainer -> trainer.start(plan));
    }

    /** Goes on with an interrupted run. */
    public static boolean resume(Path out, String goOn, List<Path> others) throws IOException {
        return run(out, goOn, others, Trainer::resume);
    }

    private static boolean run(Path out, String goOn, List<Path> others, Action action) throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        RunStore folder = new RunStore(out);
        try (StopSignal stop = new StopSignal(line);
                LateLog log = new LateLog(folder)) {
            TrainingListener listener = TrainingListener.all(List.of(new TrainingDisplay(line), log));
            if (!action.run(new Trainer(out, listener, stop, Bm25Indexer.LUCENE, others))) {
                TrainingReport.write(out);
                line.print("stopped; go on with: " + goOn);
                return false;
            }
        }
        line.show("answering questions of the dev split, before and after");
        TrainingExamples.append(folder);
        line.print("the model is in " + out + ", the report of its training in " + TrainingReport.write(out));
        return true;
    }

    /** The log, opened when the run begins: before that there may be no folder, and a refused one stays as it is. */
    private static final class LateLog implements TrainingListener, AutoCloseable {
        private final RunStore folder;
        private RunLog log;

        LateLog(RunStore folder) {
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
        public void blended(List<InterpolationResult> tried, Alphas chosen) {
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
