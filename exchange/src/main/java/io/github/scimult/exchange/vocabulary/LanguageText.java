package io.github.scimult.exchange.vocabulary;

import java.util.List;
import java.util.Locale;

/**
 * A text in a language.
 *
 * @param language its tag in lower case, such as {@code en} or {@code pt-br}; empty if it has none
 */
record LanguageText(String language, String text) {
    LanguageText {
        language = language.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is in a language or a variety of it: {@code pt-br} is in {@code pt}. */
    boolean isIn(String wanted) {
        return language.equals(wanted) || language.startsWith(wanted + "-");
    }

    /** Without the variety. */
    String mainLanguage() {
        int variety = language.indexOf('-');
        return variety < 0 ? language : language.substring(0, variety);
    }

    /** The texts in a language, or else those of no language. */
    static List<String> in(String language, List<LanguageText> texts) {
        List<String> found = texts.stream()
                .filter(text -> text.isIn(language))
                .map(LanguageText::text)
                .toList();
        return found.isEmpty() ? untagged(texts) : found;
    }

    private static List<String> untagged(List<LanguageText> texts) {
        return texts.stream()
                .filter(text -> text.language().isEmpty())
                .map(LanguageText::text)
                .toList();
    }
}
