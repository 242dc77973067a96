package io.github.scimult.app.evaluation;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.index.IndexFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tasks on which an index can be evaluated: of a split whose labels it serves, suggested labels cannot, since it knows the right
 * ones. Citations and searches are no evidence for its rankings.
 *
 * @param index its folder
 * @param served by the index
 * @param split to evaluate on
 */
public record HeldOutTasks(Path index, IndexFacts served, Split split) {
    private static final String CLASSIFICATION = Task.CLASSIFICATION.name();

    /** Whether the right labels are known to the index. */
    public boolean knowsLabels() {
        return served.splits().contains(split);
    }

    /**
     * Names of the tasks to evaluate.
     *
     * @param wanted as the command names them; none for all
     * @throws IllegalArgumentException if classification is wanted by name, or is all that there is, and cannot be evaluated
     */
    public List<String> of(List<String> wanted, LiteratureCollection collection) {
        if (!knowsLabels() || (!wanted.isEmpty() && !Task.CLASSIFICATION.isAmong(wanted))) {
            return wanted;
        }
        List<String> others = collection.tasks().stream()
                .filter(task -> !task.equals(Task.CLASSIFICATION))
                .filter(task -> collection.splits(task).contains(split))
                .map(Task::name)
                .toList();
        if (wanted.contains(CLASSIFICATION) || others.isEmpty()) {
            throw new IllegalArgumentException(reason());
        }
        return others;
    }

    /** Why suggested labels are not evaluated. */
    public String reason() {
        return ("%s serves the labels of %s and learned from them, so its suggested labels cannot be evaluated on %s: evaluate an "
                        + "index without them, made by ./scimult index --splits %s")
                .formatted(index, split.lowerCaseName(), split.lowerCaseName(), others());
    }

    /** On dev: that the hybrid rankings were tuned on part of it. */
    public Optional<String> remark() {
        return split == Split.DEV
                ? Optional.of("the BM25 weights of link and search were tuned on dev queries when " + index
                        + " was made, so hybrid scores on dev are a little too good; the test split is not concerned")
                : Optional.empty();
    }

    private String others() {
        return split == Split.TRAIN ? "dev" : "train";
    }
}
