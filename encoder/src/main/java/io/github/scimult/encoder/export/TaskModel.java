package io.github.scimult.encoder.export;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.WeightMap;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.util.SortedMap;
import java.util.TreeMap;

/** A model as one task sees it: its expert's weights under the names of the shared ones. */
final class TaskModel {
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
        SortedMap<String, WeightArray> own = new TreeMap<>();
        for (Weight weight : WeightTable.of(config).weights()) {
            if (weight.expert() == null || weight.expert().equals(expert)) {
                for (int part = 0; part < weight.own().stored().size(); part++) {
                    String shared = weight.unsplit().stored().get(part);
                    own.put(shared, model.weights().get(weight.own().stored().get(part)));
                }
            }
        }
        return new PretrainedModel(
                config.withExperts(ExpertLayout.none()),
                new WeightMap(own, model.weights().origin()),
                model.tokenizer(),
                model.name());
    }
}
