package io.github.scimult.app.quickstart;

import io.github.scimult.core.task.Task;

/**
 * What a task is called in the quickstart's table and sentence.
 *
 * @param name of the task in the field, such as link prediction
 * @param queries what its queries are, such as papers
 */
record TaskWords(String name, String queries) {
    static TaskWords of(String task) {
        return switch (Task.parse(task).family()) {
            case CLASSIFICATION -> new TaskWords("classification", "papers");
            case LINK -> new TaskWords("link prediction", "papers");
            case SEARCH -> new TaskWords("search", "queries");
        };
    }
}
