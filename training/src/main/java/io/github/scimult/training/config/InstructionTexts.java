package io.github.scimult.training.config;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.pair.Seeds;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The wordings of instructions that a run trains with: for one task of one collection, for a task or for a family, in this
 * order; where several are given, each step samples one by the run's seed.
 */
public final class InstructionTexts {
    /** Keeps these draws apart from others of a step. */
    private static final long PLACE = 0x696e737472L;

    private final Map<String, List<String>> wordings;
    private final EncoderConfig model;
    private final TextTokenizer tokenizer;
    private final long seed;
    private final Map<String, int[]> tokenised = new HashMap<>();

    /** @param model knows the instructions of tasks that {@code wordings} leaves out */
    public InstructionTexts(
            Map<String, List<String>> wordings, EncoderConfig model, TextTokenizer tokenizer, long seed) {
        this.wordings = wordings;
        this.model = model;
        this.tokenizer = tokenizer;
        this.seed = seed;
    }

    /**
     * Settings that make sense: known tasks, at least one wording each.
     *
     * @throws IllegalArgumentException if not
     */
    static Map<String, List<String>> checked(Map<String, List<String>> wordings) {
        Map<String, List<String>> checked = new TreeMap<>();
        wordings.forEach((key, texts) -> {
            Task.parse(taskOf(key));
            if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "instructions of " + key + " must be one or more texts, not " + texts);
            }
            checked.put(key, List.copyOf(texts));
        });
        return Collections.unmodifiableMap(checked);
    }

    /** Whether some are of one collection alone. */
    static boolean areOfCollections(Map<String, List<String>> wordings) {
        return wordings.keySet().stream().anyMatch(key -> !key.equals(taskOf(key)));
    }

    /** What the trained model is to read: the first wording for each task or family, else the paper's. */
    static Map<String, String> ofModel(Map<String, List<String>> wordings) {
        Map<String, String> texts = new TreeMap<>(InstructionConfig.ofThePaper());
        wordings.forEach((key, all) -> {
            if (key.equals(taskOf(key))) {
                texts.put(key, all.getFirst());
            }
        });
        return texts;
    }

    private static String taskOf(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** The token ids of the instruction for a step on some pairs; empty if the model reads none. */
    public int[] at(long step, TrainingPairs pairs) {
        if (!model.instructions().areThere()) {
            return new int[0];
        }
        List<String> texts = wordings(pairs);
        int drawn = Math.floorMod(Seeds.derive(seed, PLACE, step), texts.size());
        return tokenised.computeIfAbsent(
                texts.get(drawn), text -> tokenizer.encode(SegmentedText.of(text), model.maxLength()));
    }

    private List<String> wordings(TrainingPairs pairs) {
        Task task = pairs.task();
        String prefix = pairs.collection() + "/";
        for (String key : List.of(prefix + task, prefix + task.family().lowerCaseName())) {
            if (wordings.containsKey(key)) {
                return wordings.get(key);
            }
        }
        return task.byNameOrFamily(wordings)
                .orElseGet(() -> List.of(model.instructions().of(task)));
    }
}
