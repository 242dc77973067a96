package io.github.scimult.training.batch;

import io.github.scimult.core.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sources that a batch is drawn from together: one alone, so that all negatives are of the same kind, or all of a task, so that
 * each collection's candidates are negatives of the others' queries.
 *
 * @param sources of one task, at least one
 */
public record SourceGroup(List<TrainingSource> sources) {
    public SourceGroup {
        sources = List.copyOf(sources);
    }

    /**
     * The groups of a run's sources, in the order of the first of each.
     *
     * @param mixed whether those of a task are drawn from together
     */
    public static List<SourceGroup> of(List<TrainingSource> sources, boolean mixed) {
        if (!mixed) {
            return sources.stream().map(one -> new SourceGroup(List.of(one))).toList();
        }
        Map<Task, List<TrainingSource>> ofTask = sources.stream()
                .collect(Collectors.groupingBy(
                        source -> source.pairs().task(), LinkedHashMap::new, Collectors.toList()));
        return ofTask.values().stream().map(SourceGroup::new).toList();
    }

    /** Any of them: the task is the same in all. */
    public TrainingSource first() {
        return sources.getFirst();
    }

    /** How the log names it: {@code vis/link}, or {@code hep+vis/link} for several. */
    public String name() {
        String collections = sources.stream()
                .map(source -> source.pairs().collection())
                .distinct()
                .collect(Collectors.joining("+"));
        return collections + "/" + first().pairs().task();
    }

    /** Among the groups of its task. */
    public double weight() {
        return sources.stream().mapToDouble(TrainingSource::weight).sum();
    }

    /** Batches until each source has been passed through about once, where their weights go by their sizes. */
    public long batchesAnEpoch() {
        long all = sources.stream().mapToLong(TrainingSource::batchesAnEpoch).sum();
        return Math.ceilDiv(all, sources.size());
    }

    /** Each source's batches from now on are its share of a batch. */
    public void shareOut() {
        double all = weight();
        sources.forEach(source -> source.takePart(source.weight() / all));
    }

    /**
     * The next batch as the encoder and the loss see it.
     *
     * @param instruction token ids of what all texts attend to; empty for none
     * @param maskKnown whether known positives are left out of a query's denominator
     */
    public TokenBatch next(int[] instruction, boolean maskKnown) {
        List<TokenBatch.Part> parts = sources.stream()
                .map(source -> new TokenBatch.Part(source.next(), source.texts()))
                .toList();
        return TokenBatch.of(parts, instruction, maskKnown);
    }
}
