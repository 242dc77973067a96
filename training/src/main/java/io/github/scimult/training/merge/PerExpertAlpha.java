package io.github.scimult.training.merge;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.training.dev.DevResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Selects a coefficient for each expert on the dev sets of its own tasks alone; 0, the expert untrained, is among the choices. What all
 * tasks share keeps the coefficient that it was given.
 *
 * <p>Another task's expert does not enter a task's score, so one evaluation with all experts at a coefficient tells of each of them, and
 * the scores of the selected combination are known without a further one.
 *
 * <p>Where training left all that tasks share as it was, as with frozen embeddings, every coefficient of the whole tells of the experts,
 * too, and an untrained expert scores as the baseline: then nothing is evaluated again.
 *
 * @param experts of the encoder
 * @param alphas the coefficients to choose from, beside 0
 */
public record PerExpertAlpha(ExpertLayout experts, List<Double> alphas) {
    private static final double UNTRAINED = 0;

    /**
     * Begins with one coefficient for all groups.
     *
     * @param known what dev says of all experts at a coefficient, beside what they share at the start's; the start need not be among it
     * @param tried is added to, in order
     * @return the combination: an expert that dev says nothing of keeps the start's
     */
    public InterpolationResult select(
            InterpolationResult start,
            Map<Double, InterpolationResult> known,
            List<InterpolationResult> tried,
            Function<Alphas, InterpolationResult> evaluate) {
        if (experts.isShared()) {
            return start;
        }
        SortedMap<Double, InterpolationResult> byAlpha = new TreeMap<>(known);
        byAlpha.put(start.alphas().whole(), start);
        for (double alpha : choices()) {
            byAlpha.computeIfAbsent(alpha, other -> {
                InterpolationResult result = evaluate.apply(allExperts(start.alphas(), other));
                tried.add(result);
                return result;
            });
        }
        return combination(start, byAlpha);
    }

    private List<Double> choices() {
        List<Double> choices = new ArrayList<>(alphas);
        choices.add(UNTRAINED);
        return choices.stream().distinct().sorted().toList();
    }

    private Alphas allExperts(Alphas start, double alpha) {
        Alphas all = start;
        for (String expert : experts.experts()) {
            all = all.with(ParameterGroups.ofExpert(expert), alpha);
        }
        return all;
    }

    private InterpolationResult combination(InterpolationResult start, SortedMap<Double, InterpolationResult> byAlpha) {
        Alphas alphas = start.alphas();
        for (int expert = 0; expert < experts.experts().size(); expert++) {
            double alpha = best(expert, start, byAlpha);
            if (alpha != start.alphas().whole()) {
                alphas = alphas.with(group(expert), alpha);
            }
        }
        List<DevResult> results = new ArrayList<>();
        for (int i = 0; i < start.results().size(); i++) {
            double alpha = alphas.of(group(expertOf(start.results().get(i))));
            results.add(byAlpha.get(alpha).results().get(i));
        }
        return InterpolationResult.of(alphas, results);
    }

    private String group(int expert) {
        return ParameterGroups.ofExpert(experts.experts().get(expert));
    }

    private double best(int expert, InterpolationResult start, SortedMap<Double, InterpolationResult> byAlpha) {
        List<InterpolationResult> ofExpert = new ArrayList<>();
        byAlpha.forEach((alpha, result) -> ofExpert.add(InterpolationResult.of(
                Alphas.of(alpha),
                result.results().stream().filter(one -> expertOf(one) == expert).toList())));
        boolean measured = ofExpert.getFirst().results().stream()
                .anyMatch(one -> !one.score().heldOut());
        return measured
                ? AlphaSelection.choose(ofExpert).alphas().whole()
                : start.alphas().whole();
    }

    private int expertOf(DevResult result) {
        return experts.expertOf(Task.parse(result.score().task()));
    }
}
