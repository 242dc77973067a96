package io.github.scimult.search.result;

import io.github.scimult.search.field.NameQuery;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.record.IndexedLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels of an index by their names and their hierarchy, in memory; read anew once they have changed. Safe for use by many threads. */
public final class LabelCatalogue {
    private volatile Labels read;

    /** All labels as they were at one moment. */
    private record Labels(
            LiteratureIndex index,
            int revision,
            Map<String, IndexedLabel> byId,
            Map<String, List<IndexedLabel>> children) {
        static Labels of(LiteratureIndex index) throws IOException {
            int revision = index.labelRevision();
            Map<String, IndexedLabel> byId = new LinkedHashMap<>();
            Map<String, List<IndexedLabel>> children = new LinkedHashMap<>();
            for (IndexedLabel label : index.labels()) {
                byId.put(label.id(), label);
                label.parents()
                        .forEach(id -> children.computeIfAbsent(id, parent -> new ArrayList<>())
                                .add(label));
            }
            return new Labels(index, revision, byId, children);
        }
    }

    private Labels labels(LiteratureIndex index) throws IOException {
        Labels known = read;
        if (known == null || known.index() != index || known.revision() != index.labelRevision()) {
            known = Labels.of(index);
            read = known;
        }
        return known;
    }

    /** A label by its id. */
    public Optional<LabelDetails> details(LiteratureIndex index, String id) throws IOException {
        Labels labels = labels(index);
        IndexedLabel label = labels.byId().get(id);
        if (label == null) {
            return Optional.empty();
        }
        List<IndexedLabel> parents = label.parents().stream()
                .filter(labels.byId()::containsKey)
                .map(labels.byId()::get)
                .toList();
        return Optional.of(new LabelDetails(
                id,
                label.name(),
                label.definition(),
                label.synonyms(),
                names(parents),
                names(labels.children().getOrDefault(id, List.of())),
                index.browsing().carrying(id)));
    }

    private static List<LabelName> names(List<IndexedLabel> labels) {
        return labels.stream()
                .map(label -> new LabelName(label.id(), label.name()))
                .sorted(Comparator.comparing(LabelName::name))
                .toList();
    }

    /**
     * Labels by a name or synonym as it is typed: the last word may be a beginning, the words may stand in any order.
     *
     * @return those with the typed words at their beginning first, the shorter before the longer
     */
    public List<NamedValue> suggestions(LiteratureIndex index, String typed, int limit) throws IOException {
        List<String> words = NameQuery.words(typed);
        List<Suggestion> fitting = new ArrayList<>();
        for (IndexedLabel label : labels(index).byId().values()) {
            fit(label, words).ifPresent(rank -> fitting.add(new Suggestion(label, rank)));
        }
        fitting.sort(Comparator.comparingInt(Suggestion::rank)
                .thenComparingInt(one -> one.label().name().length())
                .thenComparing(one -> one.label().name()));
        List<NamedValue> named = new ArrayList<>();
        for (Suggestion one : fitting.subList(0, Math.min(limit, fitting.size()))) {
            String id = one.label().id();
            named.add(new NamedValue(id, one.label().name(), index.browsing().carrying(id)));
        }
        return named;
    }

    /** A label that fits; 0 for the best rank. */
    private record Suggestion(IndexedLabel label, int rank) {}

    private static Optional<Integer> fit(IndexedLabel label, List<String> typed) {
        List<String> name = NameQuery.words(label.name());
        if (NameQuery.fits(name, typed)) {
            return Optional.of(typed.isEmpty() || name.getFirst().startsWith(typed.getFirst()) ? 0 : 1);
        }
        return label.synonyms().stream().anyMatch(synonym -> NameQuery.fits(NameQuery.words(synonym), typed))
                ? Optional.of(2)
                : Optional.empty();
    }
}
