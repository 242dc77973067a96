package io.github.scimult.app.indexing;

import io.github.scimult.app.report.TagReport;
import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.task.Task;
import io.github.scimult.library.indexing.IndexingEvent;
import io.github.scimult.search.index.FusionWeightTuner;
import io.github.scimult.search.tag.TagOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Shows how an index is built, and writes the page on its label suggestion.
 *
 * @param collection its name
 * @param index its folder
 */
public record IndexingDisplay(ProgressLine line, String collection, Path index) implements Consumer<IndexingEvent> {
    @Override
    public void accept(IndexingEvent event) {
        switch (event) {
            case IndexingEvent.Indexed(int done, int total, double rate) ->
                line.show("indexing: %,d of %,d papers, %,.0f a second, %s left"
                        .formatted(done, total, rate, Durations.of((total - done) / rate)));
            case IndexingEvent.Remarked(String sentence) -> line.print(sentence);
            case IndexingEvent.Complete(Path folder, int papers, int labels, double seconds) ->
                line.print("%,d papers and %,d labels are in %s, after %s"
                        .formatted(papers, labels, folder, Durations.of(seconds)));
            case IndexingEvent.Stopped() -> line.print("stopped; the same command resumes it");
            case IndexingEvent.LearningLabels() -> line.show("learning to suggest labels");
            case IndexingEvent.LabelsLearned(TagOutcome outcome) -> printLabels(outcome);
            case IndexingEvent.TuningFusion(Task task) -> line.show("tuning the BM25 weight on the dev split: " + task);
            case IndexingEvent.FusionTuned(Task task, FusionWeightTuner.Outcome outcome) -> printWeight(task, outcome);
            case IndexingEvent.DrawingMap(int round, int rounds) ->
                line.show(
                        rounds == 0
                                ? "the map: nearest neighbours of each paper"
                                : "the map: round %d of %d".formatted(round, rounds));
            case IndexingEvent.MapDrawn(Path folder, int papers) ->
                line.print("a map of %,d papers is in %s".formatted(papers, folder));
        }
    }

    private void printLabels(TagOutcome outcome) {
        try {
            TagReport.write(index, collection, outcome);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        TagOutcome.Scores scores = outcome.scores();
        line.print(
                "label suggestion: learned from %,d labelled papers; taught %,d, on %,d held-out papers Recall@20 is %.3f (nearest label vectors %.3f, labels of similar papers %.3f, names in the text %.3f, words %.3f), and the calibration error is %.3f"
                        .formatted(
                                outcome.learnedFrom(),
                                outcome.taught(),
                                scores.papers(),
                                scores.recall(TagOutcome.Order.SERVED),
                                scores.recall(TagOutcome.Order.VECTORS),
                                scores.recall(TagOutcome.Order.NEIGHBOURS),
                                scores.recall(TagOutcome.Order.NAMES),
                                scores.recall(TagOutcome.Order.WORDS),
                                scores.calibration().error()));
    }

    private void printWeight(Task task, FusionWeightTuner.Outcome outcome) {
        line.print(
                "%s: BM25 weight %.2f, tuned on %,d dev queries; on a held-out half of dev (%,d queries) %s is %.3f hybrid, %.3f dense, %.3f BM25"
                        .formatted(
                                task,
                                outcome.weight(),
                                outcome.fittedOn(),
                                outcome.measuredOn(),
                                outcome.metric(),
                                outcome.together(),
                                outcome.vectors(),
                                outcome.words()));
    }
}
