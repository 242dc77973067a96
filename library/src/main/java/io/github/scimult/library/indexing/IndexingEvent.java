package io.github.scimult.library.indexing;

import io.github.scimult.core.task.Task;
import io.github.scimult.search.index.FusionWeightTuner;
import io.github.scimult.search.tag.TagOutcome;
import java.nio.file.Path;

/** The events of building an index, in this order. */
public sealed interface IndexingEvent {
    /**
     * Papers were embedded and indexed.
     *
     * @param done papers, those of an earlier, interrupted call included
     * @param rate papers a second in this call
     */
    record Indexed(int done, int total, double rate) implements IndexingEvent {}

    /** Something odd in the collection, which cost no other record. */
    record Remarked(String sentence) implements IndexingEvent {}

    /** All papers and labels are in the index. */
    record Complete(Path index, int papers, int labels, double seconds) implements IndexingEvent {}

    /** The build was stopped; the same call resumes it. */
    record Stopped() implements IndexingEvent {}

    /** Label suggestion is being learned from the labelled papers, and measured on held-out ones. */
    record LearningLabels() implements IndexingEvent {}

    /** Label suggestion was learned. */
    record LabelsLearned(TagOutcome outcome) implements IndexingEvent {}

    /** The BM25 weight of a task's hybrid fusion is being tuned on the dev split. */
    record TuningFusion(Task task) implements IndexingEvent {}

    /** The BM25 weight of a task's hybrid fusion was tuned. */
    record FusionTuned(Task task, FusionWeightTuner.Outcome outcome) implements IndexingEvent {}

    /**
     * The map is being laid out.
     *
     * @param round 0 while nearest neighbours are searched for
     */
    record DrawingMap(int round, int rounds) implements IndexingEvent {}

    /** The map was written. */
    record MapDrawn(Path index, int papers) implements IndexingEvent {}
}
