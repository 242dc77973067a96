package io.github.scimult.app.report;

import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.RunHistory;
import io.github.scimult.training.event.TrainedCollection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One colour for each collection and one for each task, the same on the whole page.
 *
 * @param collections in the order of their colours
 * @param tasks in the order of theirs
 */
record Palette(List<String> collections, List<String> tasks) {
    private static final int COLLECTION_COLOURS = 6;
    private static final int TASK_COLOURS = 4;

    static Palette of(RunHistory run) {
        Stream<LossKey> losses =
                run.steps().stream().map(step -> LossKey.of(step.source())).distinct();
        List<DevScore> scores =
                run.evaluations().stream().flatMap(dev -> dev.scores().stream()).toList();
        List<LossKey> keys = Stream.concat(
                        losses, scores.stream().map(score -> new LossKey(score.collection(), score.task())))
                .distinct()
                .toList();
        return new Palette(
                Stream.concat(
                                run.start().collections().stream().map(TrainedCollection::name),
                                keys.stream().map(LossKey::collection))
                        .distinct()
                        .toList(),
                keys.stream().map(LossKey::task).distinct().sorted().toList());
    }

    /** CSS class of a collection's colour. */
    String ofCollection(String collection) {
        return "c" + (Math.max(0, collections.indexOf(collection)) % COLLECTION_COLOURS + 1);
    }

    /** CSS class of a task's colour. */
    String ofTask(String task) {
        return "t" + (Math.max(0, tasks.indexOf(task)) % TASK_COLOURS + 1);
    }
}
