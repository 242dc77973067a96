package io.github.scimult.core.task;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The splits of names between commas, such as {@code train,dev}. */
    public static Set<Split> parseAll(String names) {
        Set<Split> splits = EnumSet.noneOf(Split.class);
        for (String name : names.split(",", -1)) {
            splits.add(parse(name.strip()));
        }
        return splits;
    }

    /** The names of splits, as {@link #parseAll} reads them. */
    public static String text(Set<Split> splits) {
        return splits.stream().sorted().map(Split::lowerCaseName).collect(Collectors.joining(","));
    }
}
