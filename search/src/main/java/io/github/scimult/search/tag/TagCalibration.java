package io.github.scimult.search.tag;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.DevHalves;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Fits how tags are weighed on one half of a collection's judged dev papers, and measures on the other half what came of it.
 *
 * @param collection whose dev split is used
 * @param index of the same collection
 */
public record TagCalibration(LiteratureCollection collection, LiteratureIndex index) {
    private static final int MOST_PAPERS = 400; // in each half
    private static final int DEPTH = 20;

    /**
     * What came of it.
     *
     * @param model fitted on {@code fittedOn} papers
     * @param measuredOn so many others gave the figures
     * @param calibration of the probabilities
     * @param fused Recall@20 of all evidence together
     * @param vectors of the vectors alone
     * @param neighbours of the labels of similar papers alone
     * @param names of names that stand in the text, the more similar first
     */
    public record Outcome(
            TagModel model,
            int fittedOn,
            int measuredOn,
            Calibration calibration,
            double fused,
            double vectors,
            double neighbours,
            double names) {}

    private record JudgedPaper(List<Tag> candidates, Set<String> right) {}

    /** Whether there are papers to fit on. */
    public boolean isPossible() {
        return collection.splits(Task.CLASSIFICATION).contains(Split.DEV)
                && collection.judgements(Task.CLASSIFICATION, Split.DEV).queries() >= 20;
    }

    /** Fits and measures. */
    public Outcome run() throws IOException {
        Judgements judgements = collection.judgements(Task.CLASSIFICATION, Split.DEV);
        DevHalves halves = DevHalves.of(judgements, MOST_PAPERS);
        List<JudgedPaper> fitted = judged(judgements, halves.fitted());
        List<JudgedPaper> others = judged(judgements, halves.others());
        List<TagFeatures> evidence = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (JudgedPaper paper : fitted) {
            for (Tag tag : paper.candidates()) {
                evidence.add(tag.evidence());
                right.add(paper.right().contains(tag.label().id()));
            }
        }
        TagModel model = TagModel.fit(evidence, right);
        return new Outcome(
                model,
                fitted.size(),
                others.size(),
                calibration(others, model),
                recall(others, tag -> model.score(tag.evidence())),
                recall(others, tag -> tag.evidence().standardised()),
                recall(others, tag -> tag.evidence().neighbours()),
                recall(
                        others,
                        tag -> (tag.evidence().named() ? 1000 : 0)
                                + tag.evidence().standardised()));
    }

    private List<JudgedPaper> judged(Judgements judgements, List<Integer> queries) throws IOException {
        Tagger tagger = new Tagger(index, TagModel.UNFITTED);
        List<JudgedPaper> judged = new ArrayList<>();
        for (int query : queries) {
            int row = judgements.queryRow(query);
            SegmentedText text = collection.papers().get(row).segments();
            Set<String> right = new HashSet<>();
            for (int label : judgements.relevantRows(query)) {
                right.add(collection.labels().id(label));
            }
            String id = collection.papers().id(row);
            judged.add(new JudgedPaper(tagger.candidates(text, Set.of(id)), right));
        }
        return judged;
    }

    private static double recall(List<JudgedPaper> papers, ToDoubleFunction<Tag> score) {
        double sum = 0;
        int counted = 0;
        for (JudgedPaper paper : papers) {
            if (!paper.right().isEmpty()) {
                long found = paper.candidates().stream()
                        .sorted(Comparator.comparingDouble(score).reversed())
                        .limit(DEPTH)
                        .filter(tag -> paper.right().contains(tag.label().id()))
                        .count();
                sum += (double) found / paper.right().size();
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }

    /** Of the tags that would be shown, the {@value #DEPTH} best of each paper: the many hopeless ones would hide errors. */
    private static Calibration calibration(List<JudgedPaper> papers, TagModel model) {
        List<Calibration.Given> given = new ArrayList<>();
        for (int number = 0; number < papers.size(); number++) {
            JudgedPaper paper = papers.get(number);
            int own = number;
            paper.candidates().stream()
                    .sorted(Comparator.comparingDouble((Tag tag) -> model.score(tag.evidence()))
                            .reversed())
                    .limit(DEPTH)
                    .forEach(tag -> given.add(new Calibration.Given(
                            own,
                            model.probability(tag.evidence()),
                            paper.right().contains(tag.label().id()))));
        }
        return Calibration.of(given, papers.size());
    }
}
