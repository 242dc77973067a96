package io.github.scimult.search.tag;

import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures suggested labels on papers whose labels a model was not taught.
 *
 * @param papers held out, of the tagger's index
 */
record TagEvaluation(Tagger tagger, LabelledPapers papers) {
    private static final int DEPTH = 20;

    /** What one paper is suggested, as it is served, and all candidates. */
    private record Suggested(Set<String> right, List<Tag> served, List<Tag> candidates) {}

    TagOutcome.Scores scores() {
        List<Suggested> suggested = IntStream.range(0, papers.size())
                .parallel()
                .mapToObj(position -> suggested(papers.get(position)))
                .toList();
        Map<TagOutcome.Order, Double> recall = new EnumMap<>(TagOutcome.Order.class);
        for (TagOutcome.Order order : TagOutcome.Order.values()) {
            recall.put(order, recall(suggested, order));
        }
        return new TagOutcome.Scores(papers.size(), calibration(suggested), recall);
    }

    private Suggested suggested(LabelledPaper paper) {
        try {
            PaperToLabel asked = paper.asked(paper.vector(tagger.index()));
            return new Suggested(paper.labels(), tagger.tags(asked, DEPTH, false), tagger.candidates(asked));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double recall(List<Suggested> papers, TagOutcome.Order order) {
        return papers.stream()
                .mapToDouble(paper -> recall(paper.right(), first(paper, order)))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Tag> first(Suggested paper, TagOutcome.Order order) {
        return order == TagOutcome.Order.SERVED
                ? paper.served()
                : paper.candidates().stream()
                        .sorted(Comparator.comparingDouble((Tag tag) -> score(tag.evidence(), order))
                                .reversed())
                        .limit(DEPTH)
                        .toList();
    }

    private static double score(FeatureRow row, TagOutcome.Order order) {
        return switch (order) {
            case SERVED -> throw new IllegalArgumentException("what is served is not ordered by one feature");
            case VECTORS -> row.get(Feature.STANDARDISED_SIMILARITY);
            case NEIGHBOURS -> row.get(Feature.DENSE_NEIGHBOURS) + row.get(Feature.LEXICAL_NEIGHBOURS);
            case NAMES -> row.get(Feature.NAMED) + row.get(Feature.NAME_TIGHTNESS) + row.get(Feature.NAME_IN_TITLE);
            case WORDS -> row.get(Feature.MARGIN);
        };
    }

    private static double recall(Set<String> right, List<Tag> tags) {
        long found =
                tags.stream().filter(tag -> right.contains(tag.label().id())).count();
        return (double) found / right.size();
    }

    /** Of the tags that are shown: the many hopeless ones would hide errors. */
    private static Calibration calibration(List<Suggested> papers) {
        List<Calibration.Given> given = new ArrayList<>();
        for (int number = 0; number < papers.size(); number++) {
            Suggested paper = papers.get(number);
            for (Tag tag : paper.served()) {
                given.add(new Calibration.Given(
                        number,
                        tag.probability(),
                        paper.right().contains(tag.label().id())));
            }
        }
        return Calibration.of(given, papers.size());
    }
}
