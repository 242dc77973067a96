package io.github.scimult.app.quickstart;

import io.github.scimult.core.task.Task;

/**
 * A task in words for people who don't know its name.
 *
 * @param plural what it gives: tags
 * @param asked what the queries are: papers
 */
record TaskWords(String plural, String asked) {
    static TaskWords of(String task) {
        return switch (Task.parse(task).family()) {
            case CLASSIFICATION -> new TaskWords("tags", "papers");
            case LINK -> new TaskWords("papers to cite", "papers");
            case SEARCH -> new TaskWords("search results", "searches");
        };
    }
}
