package io.github.scimult.training.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.Json;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.config.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rejects a folder whose run was started with other settings. */
public final class RunCompatibility {

    private RunCompatibility() {}

    /**
     * Compares the settings that a run was started with, finished or not, with a plan. Where it computes, how, and where its collections
     * lie may differ.
     *
     * @throws IllegalArgumentException naming the settings that differ
     */
    public static void requireSame(RunStore run, TrainingPlan wanted) throws IOException {
        if (!Files.isRegularFile(run.plan())) {
            return;
        }
        TrainingPlan started = run.readPlan();
        TrainingConfig now = wanted.config()
                .resolved(started.config().compute(), started.config().batch().chunkTokens());
        SortedMap<String, String> before = settings(started, started.config());
        SortedMap<String, String> after = settings(wanted, now);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        String differences = names.stream()
                .filter(name -> !before.getOrDefault(name, "").equals(after.getOrDefault(name, "")))
                .map(name -> "%s was %s and is %s now"
                        .formatted(name, before.getOrDefault(name, "not set"), after.getOrDefault(name, "not set")))
                .collect(Collectors.joining(", "));
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s was started with other settings: %s. Delete it to train it anew, or choose another folder."
                            .formatted(run.root(), differences));
        }
    }

    /** Each by its name, such as {@code budget.steps}. */
    private static SortedMap<String, String> settings(TrainingPlan plan, TrainingConfig config) {
        SortedMap<String, String> settings = new TreeMap<>();
        add("", Json.MAPPER.valueToTree(config), settings);
        for (CollectionSpec choice : plan.collections()) {
            settings.put("the weight of " + choice.path().getFileName(), Double.toString(choice.weight()));
        }
        return settings;
    }

    private static void add(String name, JsonNode value, Map<String, String> settings) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> add(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), settings));
        } else {
            settings.put(name, value.isTextual() ? value.asText() : value.toString());
        }
    }
}
