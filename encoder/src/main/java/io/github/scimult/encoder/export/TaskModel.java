package io.github.scimult.encoder.export;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.WeightMap;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.util.Map;
import java.util.TreeMap;

/** A model as one task sees it: its expert's weights under the names of the shared ones. */
final class TaskModel {
    private static final String EXPERTS = ".experts.";

    private TaskModel() {}

    /**
     * The model without experts that gives what this one gives for the task.
     *
     * @throws IllegalArgumentException if no expert is named for the task
     */
    public static PretrainedModel of(PretrainedModel model, Task task) {
        EncoderConfig config = model.config();
        if (config.experts().isShared()) {
            return model;
        }
        String expert = config.experts().experts().get(config.experts().expertOf(task));
        Map<String, WeightArray> own = new TreeMap<>();
        model.weights().arrays().forEach((name, array) -> {
            int at = name.indexOf(EXPERTS);
            if (at < 0) {
                own.put(name, array);
            } else if (name.startsWith(expert + ".", at + EXPERTS.length())) {
                own.put(name.substring(0, at) + name.substring(at + EXPERTS.length() + expert.length()), array);
            }
        });
        return new PretrainedModel(
                config.withExperts(ExpertLayout.none()),
                new WeightMap(new TreeMap<>(own), model.weights().origin()),
                model.tokenizer(),
                model.name());
    }
}
