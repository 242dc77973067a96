package io.github.scimult.app.training;

import io.github.scimult.app.report.TrainingReport;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.search.Bm25Indexer;
import io.github.scimult.training.Trainer;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.event.RunLog;
import io.github.scimult.training.event.TensorBoardLog;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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
     * @param resumeCommand the command that resumes the run once it was stopped
     * @param others folders of runs whose finished stages are taken over where they are the same
     * @return whether the run came to its end
     */
    public static boolean start(Path out, TrainingPlan plan, String resumeCommand, List<Path> others)
            throws IOException {
        return run(out, resumeCommand, others, trainer -> trainer.start(plan));
    }

    /** Resumes an interrupted run. One that has its model and lacks its report alone (the disk was full, a kill came) gets the report. */
    public static boolean resume(Path out, String resumeCommand, List<Path> others) throws IOException {
        RunStore store = new RunStore(out);
        if (store.isFinished() && Files.notExists(TrainingReport.of(out)) && Files.exists(store.log())) {
            try (RunLog log = new RunLog(store.log())) {
                report(store, log, ProgressLine.onStandardError());
            }
            return true;
        }
        return run(out, resumeCommand, others, Trainer::resume);
    }

    private static boolean run(Path out, String resumeCommand, List<Path> others, Action action) throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        RunStore store = new RunStore(out);
        try (RunLog log = new RunLog(store.log());
                TensorBoardLog tensorBoard = new TensorBoardLog(store.tensorBoard())) {
            Consumer<TrainingEvent> display = new TrainingDisplay(line);
            try (StopSignal stop = new StopSignal(line)) {
                Trainer trainer =
                        new Trainer(out, display.andThen(log).andThen(tensorBoard), stop, Bm25Indexer.LUCENE, others);
                if (!action.run(trainer)) {
                    TrainingReport.write(out);
                    line.print("stopped; resume with: " + resumeCommand);
                    return false;
                }
            }
            report(store, log, line);
        }
        return true;
    }

    /** What comes after the model. */
    private static void report(RunStore store, RunLog log, ProgressLine line) throws IOException {
        line.show("queries of the dev split, before and after training");
        log.accept(new TrainingEvent.Answered(TrainingExamples.of(store)));
        line.print("the model is in " + store.root() + ", the report of its training in "
                + TrainingReport.write(store.root()));
    }
}
