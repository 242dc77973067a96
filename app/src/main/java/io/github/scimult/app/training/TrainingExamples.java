package io.github.scimult.app.training;

import io.github.scimult.app.answer.Examples;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.training.Trainer;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.event.Example;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts queries of a finished run's dev splits to its base and its result, for the run's report. */
final class TrainingExamples {

    private TrainingExamples() {}

    static List<Example> of(RunStore store) throws IOException {
        TrainingPlan plan = store.readPlan();
        List<Example> examples = new ArrayList<>();
        try (PretrainedModel base = Trainer.loadBase(plan.config().model());
                PretrainedModel result = ModelFolder.load(store.root());
                TextEncoder before = encoder("base", base, result, plan);
                TextEncoder after = encoder("trained", result, result, plan)) {
            for (CollectionSpec spec : plan.collections()) {
                try (LiteratureCollection collection = LiteratureCollection.open(spec.path(), spec.readOptions())) {
                    for (Task task : trained(collection, plan)) {
                        examples.addAll(Examples.of(collection, task, before, after));
                    }
                }
            }
        }
        return examples;
    }

    private static TextEncoder encoder(String name, PretrainedModel model, PretrainedModel result, TrainingPlan plan) {
        return ModelOption.encoder(
                name, model, result.config().maxLength(), plan.config().compute());
    }

    private static List<Task> trained(LiteratureCollection collection, TrainingPlan plan) {
        return collection.tasks().stream()
                .filter(task -> plan.config().tasks().weight(task) > 0)
                .toList();
    }
}
