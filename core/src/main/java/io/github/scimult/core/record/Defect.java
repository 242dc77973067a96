package io.github.scimult.core.record;

/** The ways in which one line of a collection can be unusable. */
public enum Defect {
    NOT_UTF8("not UTF-8"),
    NOT_JSON("not JSON"),
    WRONG_TYPE("a field of the wrong type"),
    MISSING_ID("no _id"),
    REPEATED_ID("an _id used before"),
    NO_TEXT("neither title nor text"),
    WRONG_COLUMNS("not three columns"),
    BAD_SCORE("a score that is no whole number"),
    UNKNOWN_ID("an unknown id");

    private final String words;

    Defect(String words) {
        this.words = words;
    }

    /** As it stands in reports. */
    public String words() {
        return words;
    }
}
