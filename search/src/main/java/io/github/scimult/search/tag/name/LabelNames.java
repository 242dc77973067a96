package io.github.scimult.search.tag.name;

import io.github.scimult.search.record.IndexedLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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

    private static void add(String name, List<String> names) {
        names.add(name);
        if (name.contains(INVERSION)) {
            List<String> parts = Arrays.asList(name.split(INVERSION));
            Collections.reverse(parts);
            names.add(String.join(" ", parts));
        }
    }
}
