package io.github.scimult.core.task;

import java.util.Locale;

/** A part of a collection's judgements: for learning, for choosing, for the final score. */
public enum Split {
    TRAIN,
    DEV,
    TEST;

    /** The file's name without {@code .tsv}. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The split of a name.
     *
     * @throws IllegalArgumentException if it is none of train, dev, test
     */
    public static Split parse(String name) {
        for (Split split : values()) {
            if (split.lowerCaseName().equals(name.toLowerCase(Locale.ROOT))) {
                return split;
            }
        }
        throw new IllegalArgumentException("unknown split '" + name + "': train, dev or test");
    }
}
