package io.github.scimult.training.negative;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Hard negatives by SciMult's rules (section 3.3) from what a collection knows of its papers: references, authors, venues
 * and labels. What the collection itself judges with score 0 comes first.
 */
public final class RuleBasedNegatives implements NegativeSource {
    private final TrainingPairs pairs;
    private final NegativeSource judged;
    private final NegativeSource mined;
    private final Map<String, Long> pairsByRule = new LinkedHashMap<>();

    private RuleBasedNegatives(TrainingPairs pairs, NegativeSource mined) {
        this.pairs = pairs;
        this.judged = NegativeSource.judged(pairs);
        this.mined = mined;
        count("judged", pairs.pairs(query -> pairs.negatives()[query].length > 0));
    }

    /** For the pairs of one task. */
    public static RuleBasedNegatives of(LiteratureCollection collection, TrainingPairs pairs) {
        return switch (pairs.task().family()) {
            case SEARCH -> new RuleBasedNegatives(pairs, (query, positives, most, random) -> new int[0]);
            case LINK -> forLinks(collection, pairs);
            case CLASSIFICATION -> forLabels(collection, pairs);
        };
    }

    private static RuleBasedNegatives forLinks(LiteratureCollection collection, TrainingPairs pairs) {
        CitedByPositive rule = new CitedByPositive(pairs, Citations.of(collection));
        RuleBasedNegatives negatives = new RuleBasedNegatives(pairs, rule);
        long found = IntStream.range(0, pairs.queries().length)
                .parallel()
                .mapToLong(query -> IntStream.of(pairs.positives()[query])
                        .filter(positive ->
                                rule.draw(query, new int[] {positive}, 1, new SplittableRandom(0)).length > 0)
                        .count())
                .sum();
        negatives.count("cited by the positive", found);
        return negatives;
    }

    private static RuleBasedNegatives forLabels(LiteratureCollection collection, TrainingPairs pairs) {
        List<Relation> relations = new ArrayList<>();
        relations.add(Relation.cited(Citations.of(collection)));
        relations.addAll(Relation.byMetadata(collection.papers()));
        LabelsOfRelated rule = new LabelsOfRelated(pairs, List.copyOf(relations), labels(collection, pairs.task()));
        RuleBasedNegatives negatives = new RuleBasedNegatives(pairs, rule);
        for (Relation relation : relations) {
            negatives.count(relation.name(), pairs.pairs(query -> rule.finds(query, relation)));
        }
        return negatives;
    }

    /** A paper outside the train split has no labels here, whatever the other splits say. */
    private static Adjacency labels(LiteratureCollection collection, Task task) {
        Judgements judgements = collection.judgements(task, Split.TRAIN);
        int[][] labels = new int[collection.papers().size()][];
        for (int query = 0; query < judgements.queries(); query++) {
            int[] judged = judgements.candidateRows(query);
            int[] scores = judgements.scores(query);
            labels[judgements.queryRow(query)] = IntStream.range(0, judged.length)
                    .filter(place -> scores[place] > 0)
                    .map(place -> judged[place])
                    .toArray();
        }
        return Adjacency.of(labels);
    }

    private void count(String rule, long found) {
        if (found > 0) {
            pairsByRule.put(rule, found);
        }
    }

    /** By rule, for how many pairs it finds a negative; a rule that finds none is absent. */
    public Map<String, Long> pairsByRule() {
        return Collections.unmodifiableMap(pairsByRule);
    }

    /** For people: {@code vis/link: of 9,837 pairs 8,100 have a hard negative cited by the positive}. */
    public String report() {
        if (pairsByRule.isEmpty()) {
            return pairs.name() + ": no pair has a hard negative";
        }
        StringBuilder rules = new StringBuilder();
        pairsByRule.forEach(
                (rule, found) -> rules.append(rules.isEmpty() ? "" : ", ").append("%,d (%s)".formatted(found, rule)));
        return "%s: of %,d pairs have a hard negative: %s".formatted(pairs.name(), pairs.pairs(), rules);
    }

    @Override
    public int[] draw(int query, int[] positives, int most, SplittableRandom random) {
        int[] first = judged.draw(query, positives, most, random);
        int[] further = first.length == most ? new int[0] : mined.draw(query, positives, most - first.length, random);
        return IntStream.concat(IntStream.of(first), IntStream.of(further))
                .distinct()
                .toArray();
    }
}
