package io.github.scimult.search.tag;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import io.github.scimult.search.tag.neighbour.NeighbourEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Suggests labels for papers. Safe for use by many threads. */
public final class Tagger {
    /** A label gives way to a more specific one that is at least this likely beside it. */
    private static final double CLEARLY_LESS = 0.5;

    private final LiteratureIndex index;
    private final TagModel model;
    private volatile LabelVocabulary vocabulary;

    /**
     * @param index of the labels, and of labelled papers
     * @param model what was learned from these
     */
    public Tagger(LiteratureIndex index, TagModel model) throws IOException {
        this.index = index;
        this.model = model;
        this.vocabulary = LabelVocabulary.of(index);
    }

    /**
     * The labels that fit best, the best first.
     *
     * @param excluded ids of papers whose labels are no evidence: the paper itself; labels rejected for it are not suggested
     * @param limit the maximum number of labels
     * @param broader whether a label may stand beside a more specific one that is about as likely; if not, it may where the labelled
     *     papers commonly carry both
     */
    public List<Tag> tags(SegmentedText text, Set<String> excluded, int limit, boolean broader) throws IOException {
        return tags(text, excluded, LabelRules.NONE, limit, broader);
    }

    /**
     * The same, of the labels that rules allow.
     *
     * @throws IllegalArgumentException if a rule names no label
     */
    public List<Tag> tags(SegmentedText text, Set<String> excluded, LabelRules rules, int limit, boolean broader)
            throws IOException {
        Predicate<String> allowed = rules.of(current());
        Set<String> rejected = rejected(excluded);
        List<Tag> candidates =
                new ArrayList<>(candidates(PaperToLabel.of(text, index.classificationVector(text), excluded)));
        candidates.removeIf(tag -> !allowed.test(tag.label().id()));
        return best(candidates, limit + rejected.size(), broader).stream()
                .filter(tag -> !rejected.contains(tag.label().id()))
                .limit(limit)
                .toList();
    }

    private Set<String> rejected(Set<String> papers) throws IOException {
        Set<String> rejected = new HashSet<>();
        for (String paper : papers) {
            rejected.addAll(index.judgements(paper).rejected());
        }
        return rejected;
    }

    LiteratureIndex index() {
        return index;
    }

    List<Tag> tags(PaperToLabel paper, int limit, boolean broader) throws IOException {
        return best(candidates(paper), limit, broader);
    }

    private List<Tag> best(List<Tag> ordered, int limit, boolean broader) {
        ordered.sort(Comparator.comparingDouble(Tag::score).reversed());
        if (broader || model.combines()) {
            return List.copyOf(ordered.subList(0, Math.min(limit, ordered.size())));
        }
        return mostSpecific(ordered, limit);
    }

    /** In the place of each label the most specific one below it that is not clearly less likely. */
    private List<Tag> mostSpecific(List<Tag> ordered, int limit) {
        LabelHierarchy hierarchy = vocabulary.hierarchy();
        Set<Tag> chosen = new LinkedHashSet<>();
        for (int rank = 0; rank < ordered.size() && chosen.size() < limit; rank++) {
            Set<Tag> narrowing = new LinkedHashSet<>();
            Optional<Tag> next = Optional.of(ordered.get(rank));
            while (next.isPresent() && narrowing.add(next.get())) {
                next = moreSpecific(next.get(), ordered, hierarchy);
            }
            chosen.add(List.copyOf(narrowing).getLast());
        }
        return List.copyOf(chosen);
    }

    private static Optional<Tag> moreSpecific(Tag tag, List<Tag> ordered, LabelHierarchy hierarchy) {
        return ordered.stream()
                .takeWhile(other -> !isClearlyLess(other, tag))
                .filter(other ->
                        hierarchy.above(other.label().id()).contains(tag.label().id()))
                .findFirst();
    }

    /** By probabilities; by scores where there are none. */
    private static boolean isClearlyLess(Tag other, Tag tag) {
        return Double.isNaN(tag.probability())
                ? other.score() < tag.score() - CLEARLY_LESS
                : other.probability() < CLEARLY_LESS * tag.probability();
    }

    /** Every label that something speaks for, in no order. */
    List<Tag> candidates(PaperToLabel paper) throws IOException {
        LabelVocabulary labels = current();
        List<LabelEvidence> evidence =
                new ArrayList<>(List.of(labels.names(), new NeighbourEvidence(index, model.splits())));
        model.learned().ifPresent(learned -> evidence.addAll(learned.with(labels)));
        List<Tag> tags = new ArrayList<>();
        Map<String, FeatureRow> rows = new CandidateLabels(labels.labels().keySet(), evidence).of(paper);
        for (Map.Entry<String, FeatureRow> candidate : rows.entrySet()) {
            FeatureRow row = candidate.getValue();
            tags.add(new Tag(
                    labels.labels().get(candidate.getKey()),
                    model.fusion().probability(row),
                    model.fusion().score(row),
                    row));
        }
        return tags;
    }

    /** The labels as they are now. */
    private LabelVocabulary current() throws IOException {
        if (vocabulary.revision() != index.labelRevision()) {
            vocabulary = LabelVocabulary.of(index);
        }
        return vocabulary;
    }
}
