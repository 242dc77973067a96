package io.github.scimult.search.tag.name;

import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.stem.StemmedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names by which a label may be found in a text. */
final class LabelNames {
    private static final String INVERSION = ", ";

    private LabelNames() {}

    /** Name and synonyms, and the natural order of those that a thesaurus inverts ("Neoplasms, Breast": "Breast Neoplasms"). */
    static List<String> of(IndexedLabel label) {
        List<String> names = new ArrayList<>();
        add(label.name(), names);
        label.synonyms().forEach(synonym -> add(synonym, names));
        return names;
    }

    /** The names' sets of stems; a name of one character is too short to mean anything. */
    static Set<Set<String>> distinctStems(List<String> names) {
        Set<Set<String>> distinct = new LinkedHashSet<>();
        for (String name : names) {
            Set<String> stems = new LinkedHashSet<>(StemmedText.stems(name));
            if (stems.stream().mapToInt(String::length).sum() > 1) {
                distinct.add(stems);
            }
        }
        return distinct;
    }

    private static void add(String name, List<String> names) {
        names.add(name);
        if (name.contains(INVERSION)) {
            List<String> parts = Arrays.asList(name.split(INVERSION));
            Collections.reverse(parts);
            names.add(String.join(" ", parts));
        }
    }
}
