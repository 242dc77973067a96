package io.github.scimult.exchange.vocabulary;

import io.github.scimult.core.record.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The concepts of a vocabulary as labels, named in one language. */
public final class Vocabulary {
    private static final String ENGLISH = "en";

    private final String language;
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final Set<String> deprecated = new LinkedHashSet<>();
    private final List<String> sentences = new ArrayList<>();

    private Vocabulary(String language) {
        this.language = language;
    }

    /**
     * The labels of a vocabulary.
     *
     * @param wanted the language of their names, such as {@code fi}; if empty, the one that most concepts have a name in, of several
     *     English before others
     * @throws IllegalArgumentException if no concept has a name in the wanted language
     */
    public static Vocabulary of(Concepts concepts, Optional<String> wanted) {
        Map<String, Long> numbers = languages(concepts);
        String language = wanted.map(tag -> tag.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElseGet(() -> mostUsed(numbers));
        Vocabulary vocabulary = new Vocabulary(language);
        vocabulary.name(concepts);
        if (wanted.isPresent() && !numbers.isEmpty() && numbers(concepts, language) == 0) {
            throw new IllegalArgumentException("no concept has a name in the language '" + wanted.get()
                    + "': there are " + String.join(", ", numbers.keySet()));
        }
        if (!numbers.isEmpty()) {
            vocabulary.sentences.add(0, "names of the vocabulary: " + language + chosen(wanted, numbers));
        }
        return vocabulary;
    }

    private static String chosen(Optional<String> wanted, Map<String, Long> numbers) {
        List<String> others = numbers.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
        return wanted.isPresent() || numbers.size() == 1
                ? ""
                : ", which most concepts have; --language chooses another of " + String.join(", ", others);
    }

    private static Map<String, Long> languages(Concepts concepts) {
        Map<String, Long> numbers = new TreeMap<>();
        for (Concept concept : concepts.byUri().values()) {
            if (concept.isConcept && !concept.isDeprecated) {
                concept.namesOrLabels().stream()
                        .map(LanguageText::mainLanguage)
                        .filter(language -> !language.isEmpty())
                        .distinct()
                        .forEach(language -> numbers.merge(language, 1L, Long::sum));
            }
        }
        return numbers;
    }

    private static long numbers(Concepts concepts, String language) {
        return concepts.byUri().values().stream()
                .filter(concept -> concept.namesOrLabels().stream().anyMatch(name -> name.isIn(language)))
                .count();
    }

    private static String mostUsed(Map<String, Long> numbers) {
        String best = ENGLISH;
        for (Map.Entry<String, Long> each : numbers.entrySet()) {
            best = each.getValue() > numbers.getOrDefault(best, 0L) ? each.getKey() : best;
        }
        return best;
    }

    private void name(Concepts concepts) {
        long unnamed = 0;
        long otherwise = 0;
        for (Map.Entry<String, Concept> each : concepts.byUri().entrySet()) {
            Concept concept = each.getValue();
            List<LanguageText> names = concept.namesOrLabels();
            if (!concept.isConcept) {
                continue;
            }
            if (concept.isDeprecated) {
                deprecated.add(each.getKey());
            } else if (names.isEmpty()) {
                unnamed++;
                deprecated.add(each.getKey());
            } else {
                otherwise += LanguageText.in(language, names).isEmpty() ? 1 : 0;
                labels.put(each.getKey(), label(each.getKey(), concept));
            }
        }
        long outside = connect(concepts);
        say(deprecated.size() - unnamed, "deprecated concepts left out");
        say(unnamed, "concepts without a name left out");
        say(otherwise, "concepts without a name in " + language + ", named in another language");
        say(outside, "broader concepts that are not in the vocabulary");
        labels.forEach((uri, label) -> byName.putIfAbsent(label.name(), uri));
        labels.forEach((uri, label) -> label.synonyms().forEach(synonym -> byName.putIfAbsent(synonym, uri)));
    }

    private void say(long number, String what) {
        if (number > 0) {
            sentences.add(number + " " + what);
        }
    }

    private Label label(String uri, Concept concept) {
        List<String> names = new ArrayList<>(LanguageText.in(language, concept.namesOrLabels()));
        if (names.isEmpty()) {
            names.addAll(LanguageText.in(ENGLISH, concept.namesOrLabels()));
        }
        String name = names.isEmpty() ? concept.namesOrLabels().getFirst().text() : names.getFirst();
        Set<String> synonyms = new LinkedHashSet<>(names);
        synonyms.addAll(LanguageText.in(language, concept.synonyms));
        synonyms.remove(name);
        List<String> definitions = LanguageText.in(language, concept.definitions);
        if (definitions.isEmpty()) {
            definitions = LanguageText.in(language, concept.scopeNotes);
        }
        String definition = definitions.isEmpty() ? "" : definitions.getFirst();
        return new Label(uri, name, definition, List.copyOf(synonyms), List.of()).withNotation(concept.notation);
    }

    /** Once all labels are known: those above each, as far as they are labels. */
    private long connect(Concepts concepts) {
        long outside = 0;
        for (Label label : List.copyOf(labels.values())) {
            List<String> parents = new ArrayList<>(concepts.of(label.id()).broader);
            parents.remove(label.id());
            long before = parents.size();
            parents.removeIf(parent -> !labels.containsKey(parent));
            outside += before - parents.size();
            labels.put(label.id(), label.below(parents));
        }
        return outside;
    }

    /** The labels, in the order of the files. */
    public List<Label> labels() {
        return List.copyOf(labels.values());
    }

    /** The label of a URI. */
    public Optional<Label> ofUri(String uri) {
        return Optional.ofNullable(labels.get(uri));
    }

    /** The label of a name, or else of a synonym, letter by letter. */
    public Optional<Label> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(labels::get);
    }

    /** Whether a concept was left out, as it is deprecated or has no name. */
    public boolean leftOut(String uri) {
        return deprecated.contains(uri);
    }

    /** What is to be said of it, for people. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
