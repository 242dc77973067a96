package io.github.scimult.search.tag;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.PlainWords;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.LabelHit;
import io.github.scimult.search.record.NearestLabelsAndPapers;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Suggests labels for papers. Safe for use by many threads.
 *
 * @param index of the labels, and of labelled papers
 * @param model weights the evidence
 */
public record Tagger(LiteratureIndex index, TagModel model) {
    private static final int NEAREST_LABELS = 200;
    private static final int NEAREST_PAPERS = 30;

    /**
     * The labels that fit best, the best first.
     *
     * @param without ids of papers whose labels are no evidence: the paper itself
     * @param limit the maximum number of labels
     * @param ancestors whether a label may stand beside one below it
     */
    public List<Tag> tags(SegmentedText text, Set<String> without, int limit, boolean ancestors) throws IOException {
        List<Tag> tags = new ArrayList<>(candidates(text, without));
        tags.sort(Comparator.comparingDouble(Tag::score).reversed());
        List<Tag> chosen = new ArrayList<>();
        Set<String> above = new HashSet<>();
        for (Tag tag : tags) {
            if (chosen.size() == limit) {
                break;
            }
            Set<String> own = ancestors ? Set.of() : above(tag.label());
            boolean related = above.contains(tag.label().id())
                    || chosen.stream()
                            .anyMatch(other -> own.contains(other.label().id()));
            if (ancestors || !related) {
                chosen.add(tag);
                above.addAll(own);
            }
        }
        return chosen;
    }

    /** All labels above a label. */
    private Set<String> above(IndexedLabel label) throws IOException {
        Set<String> found = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(label.parents());
        while (!next.isEmpty()) {
            String id = next.pop();
            if (found.add(id)) {
                index.label(id).ifPresent(parent -> next.addAll(parent.parents()));
            }
        }
        return found;
    }

    /** Every label that something speaks for, in no order. */
    List<Tag> candidates(SegmentedText text, Set<String> without) throws IOException {
        NearestLabelsAndPapers around =
                index.nearestLabelsAndPapers(text, SearchFilter.NONE.without(without), NEAREST_LABELS, NEAREST_PAPERS);
        List<LabelHit> nearest = around.labels();
        Map<String, Double> neighbours = neighbours(around.papers());
        double[] moments = moments(nearest);
        Map<String, Tag> tags = new LinkedHashMap<>();
        String words = plain(text.plain());
        double least = 0;
        for (LabelHit hit : nearest) {
            double standardised = moments[1] == 0 ? 0 : (hit.similarity() - moments[0]) / moments[1];
            least = Math.min(least, standardised);
            String id = hit.label().id();
            add(hit.label(), hit.similarity(), standardised, words, neighbours.getOrDefault(id, 0.0), tags);
        }
        for (Map.Entry<String, Double> other : neighbours.entrySet()) {
            if (!tags.containsKey(other.getKey())) {
                Optional<IndexedLabel> label = index.label(other.getKey());
                if (label.isPresent()) {
                    add(label.get(), 0, least, words, other.getValue(), tags);
                }
            }
        }
        return List.copyOf(tags.values());
    }

    private void add(
            IndexedLabel label,
            double similarity,
            double standardised,
            String words,
            double share,
            Map<String, Tag> tags) {
        boolean named = words.contains(plain(label.name()));
        TagFeatures evidence = new TagFeatures(similarity, standardised, named, share);
        tags.put(label.id(), new Tag(label, model.probability(evidence), model.score(evidence), evidence));
    }

    /** For each label the share of the nearest tagged papers that carry it, weighed by their similarity above the farthest's. */
    private static Map<String, Double> neighbours(List<SearchHit> nearest) {
        List<SearchHit> papers =
                nearest.stream().filter(hit -> !hit.paper().labels().isEmpty()).toList();
        double farthest =
                papers.stream().mapToDouble(SearchHit::denseScore).min().orElse(0);
        double sum = 0;
        Map<String, Double> shares = new HashMap<>();
        for (SearchHit hit : papers) {
            double weight = hit.denseScore() - farthest + 0.01;
            sum += weight;
            hit.paper().labels().forEach(id -> shares.merge(id, weight, Double::sum));
        }
        double all = sum;
        shares.replaceAll((id, weight) -> weight / all);
        return shares;
    }

    /** Mean and standard deviation of the scores. */
    private static double[] moments(List<LabelHit> hits) {
        double mean = hits.stream().mapToDouble(LabelHit::similarity).average().orElse(0);
        double variance = hits.stream()
                .mapToDouble(hit -> (hit.similarity() - mean) * (hit.similarity() - mean))
                .average()
                .orElse(0);
        return new double[] {mean, Math.sqrt(variance)};
    }

    /** Words between blanks, so that a name is found as whole words. */
    private static String plain(String text) {
        return " " + PlainWords.of(text) + " ";
    }
}
