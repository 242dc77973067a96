package io.github.scimult.core.collection;

import io.github.scimult.core.task.Task;

/** The three kinds of records, each in a file of its own, and which of them a task's judgements name. */
enum RecordKind {
    PAPER("paper", "corpus.jsonl"),
    LABEL("label", "labels.jsonl"),
    QUERY("query", "queries.jsonl");

    private final String word;
    private final String fileName;

    RecordKind(String word, String fileName) {
        this.word = word;
        this.fileName = fileName;
    }

    /** What a record is called in messages. */
    String word() {
        return word;
    }

    /** Where its records stand. */
    String fileName() {
        return fileName;
    }

    static RecordKind of(CollectionRecord record) {
        return switch (record) {
            case Paper paper -> PAPER;
            case Label label -> LABEL;
            case Query query -> QUERY;
        };
    }

    /** What stands in the column {@code query-id} of a task's files. */
    static RecordKind ofQueries(Task task) {
        return switch (task.family()) {
            case CLASSIFICATION, LINK -> PAPER;
            case SEARCH -> QUERY;
        };
    }

    /** What stands in the column {@code corpus-id} of a task's files. */
    static RecordKind ofCandidates(Task task) {
        return switch (task.family()) {
            case CLASSIFICATION -> LABEL;
            case LINK, SEARCH -> PAPER;
        };
    }
}
