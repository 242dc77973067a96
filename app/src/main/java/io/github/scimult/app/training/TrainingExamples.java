package io.github.scimult.app.training;

import io.github.scimult.app.answer.ExampleQuery;
import io.github.scimult.app.answer.Examples;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.ReadOptions;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.training.Trainer;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts questions of a finished run's dev splits to its base and its result, for the run's report. */
final class TrainingExamples {

    private TrainingExamples() {}

    /** Appends the line {@code examples} to the run's log. */
    static void append(RunStore folder) throws IOException {
        TrainingPlan plan =
                Json.MAPPER.readValue(Files.readAllBytes(folder.training().resolve("plan.json")), TrainingPlan.class);
        List<ExampleQuery> examples = new ArrayList<>();
        try (PretrainedModel base = Trainer.loadBase(plan.config().model());
                PretrainedModel result = ModelFolder.load(folder.root());
                TextEncoder before = encoder("base", base, result, plan);
                TextEncoder after = encoder("trained", result, result, plan)) {
            for (CollectionSpec choice : plan.collections()) {
                try (LiteratureCollection collection = open(choice)) {
                    for (Task task : tasks(collection, plan.config().tasks())) {
                        examples.addAll(Examples.of(collection, task, before, after));
                    }
                }
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", "examples");
        line.put("examples", examples);
        byte[] bytes = (Json.line(line) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.log(), bytes, StandardOpenOption.APPEND);
    }

    private static LiteratureCollection open(CollectionSpec choice) throws IOException {
        return LiteratureCollection.open(
                Path.of(choice.folder()),
                choice.skipBadRecords() ? ReadOptions.SKIP_BAD_RECORDS : ReadOptions.DEFAULTS);
    }

    private static TextEncoder encoder(String name, PretrainedModel model, PretrainedModel result, TrainingPlan plan) {
        return ModelOption.encoder(
                name, model, result.config().maxLength(), plan.config().compute());
    }

    /** The tasks that the run was to learn. */
    private static List<Task> tasks(LiteratureCollection collection, Map<String, Double> weights) {
        return collection.tasks().stream()
                .filter(task -> weights.isEmpty()
                        || weights.getOrDefault(
                                        task.name(),
                                        weights.getOrDefault(task.family().lowerCaseName(), 0.0))
                                > 0)
                .toList();
    }
}
