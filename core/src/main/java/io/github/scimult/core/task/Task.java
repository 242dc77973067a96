package io.github.scimult.core.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One task of a collection: a family and, for further kinds of it, a name of its own (the folder {@code
 * qrels/link-co-cite} is the task {@code link-co-cite} of family {@link TaskFamily#LINK}).
 *
 * @param family what is query and what is candidate
 * @param name the folder's name below {@code qrels/}; begins with the family's name
 */
public record Task(TaskFamily family, String name) implements Comparable<Task> {
    public static final Task CLASSIFICATION = new Task(TaskFamily.CLASSIFICATION, "classification");
    public static final Task LINK = new Task(TaskFamily.LINK, "link");
    public static final Task SEARCH = new Task(TaskFamily.SEARCH, "search");

    public Task {
        String prefix = family.lowerCaseName();
        if (!name.equals(prefix) && !name.startsWith(prefix + "-")) {
            throw new IllegalArgumentException("a task of family " + prefix + " is named '" + prefix + "' or '" + prefix
                    + "-…', not '" + name + "'");
        }
    }

    /**
     * The task of a name such as {@code search} or {@code link-co-cite}.
     *
     * @throws IllegalArgumentException if the name begins with none of the three families
     */
    public static Task parse(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (TaskFamily family : TaskFamily.values()) {
            String prefix = family.lowerCaseName();
            if (lower.equals(prefix) || lower.startsWith(prefix + "-")) {
                return new Task(family, lower);
            }
        }
        throw new IllegalArgumentException("unknown task '" + name
                + "': a task is classification, link or search, or a further kind of one such as link-co-cite");
    }

    /** Whether it is one of these, by its own name or its family's; of no names every task is. */
    public boolean isAmong(List<String> names) {
        return names.isEmpty() || names.contains(name) || names.contains(family.lowerCaseName());
    }

    /** What a map says of the task: under its own name, else under its family's. */
    public <V> Optional<V> byNameOrFamily(Map<String, V> values) {
        return Optional.ofNullable(values.getOrDefault(name, values.get(family.lowerCaseName())));
    }

    @Override
    public int compareTo(Task other) {
        int byFamily = family.compareTo(other.family);
        return byFamily != 0 ? byFamily : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
