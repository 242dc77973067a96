package io.github.scimult.search.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which labels may be suggested. A rule is a label's id; the id and {@code /*}, which is the label and all below it; or {@code *}, which is
 * all labels. Of several rules that a label falls under the nearest one counts: its own before one of a label above it, that before
 * {@code *}; of two that are as near the one that includes. Where labels are included and none is excluded, all others are excluded.
 *
 * @param exclude what is not suggested
 * @param include what is suggested all the same
 */
public record LabelRules(List<String> exclude, List<String> include) {
    /** Everything may be suggested. */
    public static final LabelRules NONE = new LabelRules(List.of(), List.of());

    private static final String ALL = "*";
    private static final String BELOW = "/*";

    public LabelRules {
        exclude = List.copyOf(exclude);
        include = List.copyOf(include);
    }

    /**
     * Whether a label of an id may be suggested.
     *
     * @throws IllegalArgumentException if a rule names no label
     */
    Predicate<String> of(LabelVocabulary vocabulary) {
        if (exclude.isEmpty() && include.isEmpty()) {
            return _ -> true;
        }
        Rules rules = new Rules(vocabulary.hierarchy(), new HashMap<>(), new HashMap<>());
        exclude.forEach(rule -> rules.add(rule, false));
        include.forEach(rule -> rules.add(rule, true));
        boolean otherwise = exclude.contains(ALL) ? include.contains(ALL) : !exclude.isEmpty() || include.contains(ALL);
        return id -> rules.permits(id, otherwise);
    }

    /**
     * Rules by the ids of their labels; whether they include.
     *
     * @param single rules of one label
     * @param whole rules of a label and all below it
     */
    private record Rules(LabelHierarchy hierarchy, Map<String, Boolean> single, Map<String, Boolean> whole) {
        void add(String rule, boolean includes) {
            if (rule.equals(ALL)) {
                return;
            }
            boolean below = rule.endsWith(BELOW) && !hierarchy.labels().containsKey(rule);
            String id = below ? rule.substring(0, rule.length() - BELOW.length()) : rule;
            if (!hierarchy.labels().containsKey(id)) {
                throw new IllegalArgumentException(
                        "there is no label '" + id + "' to " + (includes ? "include" : "exclude")
                                + ": name it by its id; " + BELOW + " behind it means all below it, too");
            }
            (below ? whole : single).put(id, includes);
        }

        boolean permits(String id, boolean otherwise) {
            if (single.containsKey(id)) {
                return single.get(id);
            }
            Set<String> level = Set.of(id);
            Set<String> seen = new HashSet<>(level);
            while (!level.isEmpty()) {
                if (level.stream().anyMatch(whole::containsKey)) {
                    return level.stream().anyMatch(each -> whole.getOrDefault(each, false));
                }
                Set<String> above = new LinkedHashSet<>();
                level.forEach(each -> above.addAll(hierarchy.parents(each)));
                above.removeIf(each -> !seen.add(each));
                level = above;
            }
            return otherwise;
        }
    }
}
