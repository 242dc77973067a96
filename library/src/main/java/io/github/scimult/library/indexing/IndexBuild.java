package io.github.scimult.library.indexing;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.encoder.base.BaseModel;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.search.index.FusionWeightTuner;
import io.github.scimult.search.index.FusionWeights;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.tag.TagFile;
import io.github.scimult.search.tag.TagOutcome;
import io.github.scimult.search.tag.TagTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Builds an index that is ready to be served: papers and labels indexed, label suggestion learned from labelled papers, and
 * the BM25 weight of hybrid fusion tuned on the dev split, where there is one.
 *
 * @param collection what is indexed
 * @param model the model's folder, or a {@link BaseModel}'s name; kept in the index
 * @param fingerprint of the model
 * @param encoder of the model
 * @param options how
 */
public record IndexBuild(
        LiteratureCollection collection, String model, String fingerprint, TextEncoder encoder, IndexOptions options) {
    /** Papers between two commits of the index: a resumed build may repeat that many. */
    private static final int PAPERS_PER_PROGRESS = 512;

    /** An index by the default options, which stays valid as long as the model is open. */
    public static IndexBuild of(LiteratureCollection collection, LiteratureModel model) {
        return new IndexBuild(collection, model.name(), model.fingerprint(), model.encoder(), IndexOptions.DEFAULTS);
    }

    /**
     * Builds the index, or resumes an interrupted build.
     *
     * @param out the index's folder
     * @param listener receives the events
     * @param stop asked between papers; once it says yes, what was done is kept and the call returns
     * @return whether the index is complete
     */
    public boolean run(Path out, Consumer<? super IndexingEvent> listener, BooleanSupplier stop) throws IOException {
        long start = System.nanoTime();
        IndexOrigin origin = options.origin().orElseGet(() -> new IndexOrigin(collection.name(), 0));
        boolean complete = new IndexBuilder(collection, encoder, progress(listener, start))
                .named(origin.name())
                .upTo(origin.change())
                .storing(options.storage())
                .language(options.language())
                .serving(options.splits())
                .build(out, modelPath(), fingerprint, stop);
        if (!complete) {
            listener.accept(new IndexingEvent.Stopped());
            return false;
        }
        listener.accept(new IndexingEvent.Complete(
                out, collection.papers().size(), collection.labels().size(), (System.nanoTime() - start) / 1e9));
        if (!TagFile.isIn(out)) {
            learnLabels(out, listener);
        }
        if (!FusionWeights.areIn(out)) {
            tuneFusion(out, listener);
        }
        return true;
    }

    private static IndexBuilder.Progress progress(Consumer<? super IndexingEvent> listener, long start) {
        int[] resumedAt = {-1};
        return new IndexBuilder.Progress() {
            @Override
            public void papers(int done, int total) {
                resumedAt[0] = resumedAt[0] < 0 ? Math.max(0, done - PAPERS_PER_PROGRESS) : resumedAt[0];
                double seconds = (System.nanoTime() - start) / 1e9;
                listener.accept(new IndexingEvent.Indexed(done, total, (done - resumedAt[0]) / seconds));
            }

            @Override
            public void remark(String sentence) {
                listener.accept(new IndexingEvent.Remarked(sentence));
            }
        };
    }

    private void learnLabels(Path out, Consumer<? super IndexingEvent> listener) throws IOException {
        try (LiteratureIndex index = LiteratureIndex.open(out, encoder, fingerprint)) {
            listener.accept(new IndexingEvent.LearningLabels());
            Optional<TagOutcome> outcome = new TagTraining(collection, index).run();
            if (outcome.isPresent()) {
                TagFile.write(out, outcome.get());
                listener.accept(new IndexingEvent.LabelsLearned(outcome.get()));
            }
        }
    }

    private void tuneFusion(Path out, Consumer<? super IndexingEvent> listener) throws IOException {
        Map<TaskFamily, Double> weights = new EnumMap<>(TaskFamily.class);
        try (LiteratureIndex index = LiteratureIndex.open(out, encoder, fingerprint)) {
            FusionWeightTuner tuner = new FusionWeightTuner(collection, index);
            for (Task task : collection.tasks()) {
                if (tuner.isPossible(task) && !weights.containsKey(task.family())) {
                    listener.accept(new IndexingEvent.TuningFusion(task));
                    FusionWeightTuner.Outcome outcome = tuner.run(task);
                    weights.put(task.family(), outcome.weight());
                    listener.accept(new IndexingEvent.FusionTuned(task, outcome));
                }
            }
        }
        new FusionWeights(weights).write(out);
    }

    private String modelPath() {
        return BaseModel.named(model).isPresent()
                ? model
                : Path.of(model).toAbsolutePath().normalize().toString();
    }
}
