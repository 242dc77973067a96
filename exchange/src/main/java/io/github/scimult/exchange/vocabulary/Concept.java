package io.github.scimult.exchange.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What files say of one concept, in all languages. */
final class Concept {
    /** Names that people prefer; of a vocabulary without such, its plain labels. */
    final List<LanguageText> names = new ArrayList<>();

    final List<LanguageText> plainLabels = new ArrayList<>();
    final List<LanguageText> synonyms = new ArrayList<>();
    final List<LanguageText> definitions = new ArrayList<>();
    final List<LanguageText> scopeNotes = new ArrayList<>();
    final Set<String> broader = new LinkedHashSet<>();
    String notation = "";
    boolean isConcept;
    boolean isDeprecated;

    /** The names, or else the plain labels. */
    List<LanguageText> namesOrLabels() {
        return names.isEmpty() ? plainLabels : names;
    }
}
