package io.github.scimult.search.tag.name;

import io.github.scimult.search.tag.stem.StemmedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds names whose stems stand in one sentence, in any order. */
final class StemmedNames {
    private record Name(String label, Set<String> stems) {}

    /** Each name under the stem that the fewest names have, so that few are looked at. */
    private final Map<String, List<Name>> byRarestStem = new HashMap<>();

    /** @param names all names of each label, by its id */
    StemmedNames(Map<String, List<String>> names) {
        List<Name> all = new ArrayList<>();
        Map<String, Integer> uses = new HashMap<>();
        names.forEach((label, own) -> {
            for (Set<String> stems : LabelNames.distinctStems(own)) {
                all.add(new Name(label, stems));
                stems.forEach(stem -> uses.merge(stem, 1, Integer::sum));
            }
        });
        for (Name name : all) {
            String rarest = name.stems().stream()
                    .min(Comparator.comparingInt(uses::get))
                    .orElseThrow();
            byRarestStem.computeIfAbsent(rarest, stem -> new ArrayList<>()).add(name);
        }
    }

    /** The labels found, by their ids. */
    Map<String, NameMatch> in(StemmedText text) {
        Map<String, NameMatch> found = new LinkedHashMap<>();
        for (int sentence = 0; sentence < text.sentences().size(); sentence++) {
            boolean title = sentence < text.titleSentences();
            inSentence(text.sentences().get(sentence))
                    .forEach((label, tightness) -> found.merge(
                            label,
                            NameMatch.NONE.and(title, tightness),
                            (before, one) -> before.and(title, tightness)));
        }
        return found;
    }

    private Map<String, Double> inSentence(List<String> stems) {
        Set<String> present = new LinkedHashSet<>(stems);
        Map<String, Double> found = new LinkedHashMap<>();
        for (String stem : present) {
            for (Name name : byRarestStem.getOrDefault(stem, List.of())) {
                if (present.containsAll(name.stems())) {
                    double tightness = (double) name.stems().size() / shortestPassage(stems, name.stems());
                    found.merge(name.label(), tightness, Math::max);
                }
            }
        }
        return found;
    }

    /** The length of the shortest run of a sentence's stems that has all wanted ones. */
    private static int shortestPassage(List<String> stems, Set<String> wanted) {
        Map<String, Integer> last = new HashMap<>();
        int shortest = stems.size();
        for (int end = 0; end < stems.size(); end++) {
            if (wanted.contains(stems.get(end))) {
                last.put(stems.get(end), end);
                if (last.size() == wanted.size()) {
                    int start = last.values().stream()
                            .mapToInt(Integer::intValue)
                            .min()
                            .orElseThrow();
                    shortest = Math.min(shortest, end - start + 1);
                }
            }
        }
        return shortest;
    }
}
