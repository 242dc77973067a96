package io.github.scimult.evaluation;

import io.github.scimult.core.task.Split;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation found, and all that is needed to do it again.
 *
 * @param collection the collection's name
 * @param fingerprint of the collection's content
 * @param split that was measured
 * @param options under which
 * @param notes what the caller wants to be known: models, versions, machine
 * @param tasks one report a task
 */
public record EvaluationReport(
        String collection,
        String fingerprint,
        Split split,
        EvaluationOptions options,
        Map<String, String> notes,
        List<TaskReport> tasks) {
    public EvaluationReport {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        tasks = List.copyOf(tasks);
    }

    /**
     * A task's report.
     *
     * @throws IllegalArgumentException if the task was not measured
     */
    public TaskReport task(String name) {
        return tasks.stream()
                .filter(task -> task.task().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no task '" + name + "' in the report of " + collection));
    }
}
