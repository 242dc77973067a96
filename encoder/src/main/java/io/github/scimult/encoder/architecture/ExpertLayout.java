package io.github.scimult.encoder.architecture;

import io.github.scimult.core.task.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which sub-layers of which blocks exist once per expert, and which task goes to which expert (SciMult, section 3.2).
 *
 * @param experts the experts' names in the order of their weights; empty where everything is shared
 * @param taskToExpert task or family → expert name, where it is not the expert of the same name
 * @param attentionBlocks 0-based blocks whose attention (Q, K, V, output projection) is per expert
 * @param feedForwardBlocks 0-based blocks whose feed-forward (both dense layers, LayerNorm) is per expert
 */
public record ExpertLayout(
        List<String> experts,
        Map<String, String> taskToExpert,
        List<Integer> attentionBlocks,
        List<Integer> feedForwardBlocks) {
    public ExpertLayout {
        experts = List.copyOf(experts);
        taskToExpert = java.util.Collections.unmodifiableMap(new TreeMap<>(taskToExpert));
        attentionBlocks = attentionBlocks.stream().distinct().sorted().toList();
        feedForwardBlocks = feedForwardBlocks.stream().distinct().sorted().toList();
        if (experts.stream().distinct().count() != experts.size()) {
            throw new IllegalArgumentException("an expert's name is repeated in " + experts);
        }
        for (Map.Entry<String, String> route : taskToExpert.entrySet()) {
            if (!experts.contains(route.getValue())) {
                throw new IllegalArgumentException("task " + route.getKey() + " is sent to the unknown expert '"
                        + route.getValue() + "'; there are " + experts);
            }
        }
        boolean hasExpertBlocks = !attentionBlocks.isEmpty() || !feedForwardBlocks.isEmpty();
        if (hasExpertBlocks == experts.isEmpty()) {
            throw new IllegalArgumentException(
                    experts.isEmpty()
                            ? "blocks " + attentionBlocks + feedForwardBlocks
                                    + " are split into experts, but none is named"
                            : "experts " + experts + " are named, but no block is split into them");
        }
    }

    /** Everything shared: the Vanilla variant. */
    public static ExpertLayout none() {
        return new ExpertLayout(List.of(), Map.of(), List.of(), List.of());
    }

    public boolean isShared() {
        return experts.isEmpty();
    }

    /**
     * The index of a task's expert; 0 where everything is shared. What is said of the task itself goes before what is said of its
     * family, and a task whose name an expert has goes to that one.
     *
     * @throws IllegalArgumentException if no expert is named for the task or its family
     */
    public int expertOf(Task task) {
        if (isShared()) {
            return 0;
        }
        String family = task.family().lowerCaseName();
        String named = experts.contains(task.name()) ? task.name() : taskToExpert.getOrDefault(family, family);
        String expert = taskToExpert.getOrDefault(task.name(), named);
        int index = experts.indexOf(expert);
        if (index < 0) {
            throw new IllegalArgumentException("no expert for task " + task + ": there are " + experts);
        }
        return index;
    }

    /** Whether both sub-layers of a 0-based block are per expert, so that experts share no more of it than a LayerNorm. */
    public boolean splitsWhole(int block) {
        return attentionBlocks.contains(block) && feedForwardBlocks.contains(block);
    }

    /** How many blocks from the input up all experts share, of so many. */
    public int sharedBlocks(int blocks) {
        return isShared() ? blocks : firstBlock();
    }

    /** The greatest block index that is split; −1 where none is. */
    int lastBlock() {
        return java.util.stream.Stream.concat(attentionBlocks.stream(), feedForwardBlocks.stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
    }

    /** The smallest block index that is split; 0 where none is. */
    int firstBlock() {
        return java.util.stream.Stream.concat(attentionBlocks.stream(), feedForwardBlocks.stream())
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
    }
}
