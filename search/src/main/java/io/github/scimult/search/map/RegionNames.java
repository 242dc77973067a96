package io.github.scimult.search.map;

import io.github.scimult.search.record.IndexedPaper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * What a region of a map is about: a label that its papers carry more often than others do, or else a phrase that stands so in their
 * titles. Each name is that of one region.
 *
 * @param papers of the map
 * @param regions of them
 */
record RegionNames(List<IndexedPaper> papers, MapRegions regions) {
    private static final double LEAST_SHARE = 0.06;
    private static final int LEAST_PAPERS = 3;
    private static final int LEAST_LETTERS = 4;

    /** What a pair of words tells more than one: "black holes" is about less than "black". */
    private static final double PAIR = 2;

    /** A name that fits a region. */
    private record Fit(int region, String name, double score) {}

    /** Ids of labels by region, and phrases by region; a region may have neither. */
    record Found(Map<Integer, String> labels, Map<Integer, String> phrases) {}

    Found find() {
        Map<Integer, String> labels = names(IndexedPaper::labels, label -> 1, Set.of());
        return new Found(
                labels, names(RegionNames::phrases, phrase -> phrase.contains(" ") ? PAIR : 1, labels.keySet()));
    }

    /** @param without regions that have a name */
    private Map<Integer, String> names(
            Function<IndexedPaper, ? extends Collection<String>> features,
            ToDoubleFunction<String> weight,
            Set<Integer> without) {
        Map<String, Integer> everywhere = counts(papers, features);
        List<Fit> fits = new ArrayList<>();
        for (int region = 0; region < regions.number(); region++) {
            List<IndexedPaper> own =
                    regions.papers(region).stream().map(papers::get).toList();
            if (!without.contains(region)) {
                fits.addAll(fits(region, own, counts(own, features), everywhere));
            }
        }
        ToDoubleFunction<Fit> weighted = fit -> fit.score() * weight.applyAsDouble(fit.name());
        fits.sort(Comparator.comparingDouble(weighted).reversed().thenComparing(Fit::name));
        Map<Integer, String> names = new HashMap<>();
        for (Fit fit : fits) {
            if (!names.containsKey(fit.region()) && !names.containsValue(fit.name())) {
                names.put(fit.region(), fit.name());
            }
        }
        return names;
    }

    /** A name's score is what it tells of the region: its share there times the logarithm of how often that is its share elsewhere. */
    private List<Fit> fits(
            int region, List<IndexedPaper> own, Map<String, Integer> counts, Map<String, Integer> everywhere) {
        List<Fit> fits = new ArrayList<>();
        counts.forEach((name, count) -> {
            double share = (double) count / own.size();
            double lift = share * papers.size() / everywhere.get(name);
            if (count >= Math.min(LEAST_PAPERS, own.size()) && share >= LEAST_SHARE && lift > 1) {
                fits.add(new Fit(region, name, share * Math.log(lift)));
            }
        });
        return fits;
    }

    private static Map<String, Integer> counts(
            List<IndexedPaper> papers, Function<IndexedPaper, ? extends Collection<String>> features) {
        Map<String, Integer> counts = new HashMap<>();
        papers.forEach(paper -> features.apply(paper).forEach(name -> counts.merge(name, 1, Integer::sum)));
        return counts;
    }

    /** Words of the title and pairs of them, without stop words. */
    private static Set<String> phrases(IndexedPaper paper) {
        Set<String> phrases = new LinkedHashSet<>();
        String before = "";
        for (String word : words(paper.title())) {
            boolean tells = word.length() >= LEAST_LETTERS
                    && !EnglishAnalyzer.getDefaultStopSet().contains(word);
            if (tells) {
                phrases.add(word);
                if (!before.isEmpty()) {
                    phrases.add(before + " " + word);
                }
            }
            before = tells ? word : "";
        }
        return phrases;
    }

    private static List<String> words(String title) {
        return Stream.of(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}-]+"))
                .toList();
    }
}
