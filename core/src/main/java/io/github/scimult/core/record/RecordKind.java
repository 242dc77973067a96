package io.github.scimult.core.record;

import io.github.scimult.core.task.Task;

/** The three kinds of records, each in a file of its own, and which of them a task's judgements name. */
public enum RecordKind {
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
    public String word() {
        return word;
    }

    /** Where its records stand. */
    public String fileName() {
        return fileName;
    }

    public static RecordKind of(CollectionRecord record) {
        return switch (record) {
            case Paper paper -> PAPER;
            case Label label -> LABEL;
            case Query query -> QUERY;
        };
    }

    /** What stands in the column {@code query-id} of a task's files. */
    public static RecordKind ofQueries(Task task) {
        return switch (task.family()) {
            case CLASSIFICATION, LINK -> PAPER;
            case SEARCH -> QUERY;
        };
    }

    /** What stands in the column {@code corpus-id} of a task's files. */
    public static RecordKind ofCandidates(Task task) {
        return switch (task.family()) {
            case CLASSIFICATION -> LABEL;
            case LINK, SEARCH -> PAPER;
        };
    }
}
