package io.github.scimult.encoder.architecture;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model's texts attend to besides themselves: nothing, or an instruction for each task (SciMult, section 3.2).
 *
 * @param reader what reads the instructions
 * @param texts task name or family → instruction; a task that is not listed goes by its family's
 * @param weight what a token of an instruction counts for in attention beside one of the text: its share before the softmax's
 *     sum is multiplied by it. 1 in the paper; less lets a base that never read instructions begin nearer to itself
 */
public record InstructionConfig(Reader reader, Map<String, String> texts, double weight) {
    /** Texts attend to themselves alone. */
    public static final InstructionConfig NONE = new InstructionConfig(Reader.NONE, Map.of(), 1);

    /** What reads the instructions. */
    public enum Reader {
        /** There are none. */
        NONE,
        /** The encoder that reads the texts: the Instruction variant. */
        SAME_ENCODER,
        /** An encoder of its own, trained while the texts' stays as it was: the Prefix variant. */
        OWN_ENCODER
    }

    public InstructionConfig {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        if ((reader == Reader.NONE) != texts.isEmpty()) {
            throw new IllegalArgumentException(
                    reader == Reader.NONE
                            ? "instructions " + texts + " are given to a model that reads none"
                            : "a model that reads instructions has none for any task");
        }
        requireWeight(weight);
        texts.forEach((task, text) -> {
            Task.parse(task);
            if (text.isBlank()) {
                throw new IllegalArgumentException("the instruction for " + task + " is empty");
            }
        });
    }

    /**
     * Whether a token of an instruction may count for so much.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requireWeight(double weight) {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "the weight of an instruction's tokens must be above 0 and at most 1, not " + weight);
        }
    }

    /** The instructions that the paper's models were trained with (section 3.2), by family. */
    public static Map<String, String> ofThePaper() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                TaskFamily.CLASSIFICATION.lowerCaseName(),
                "Tag a scientific paper with relevant scientific topic classes.");
        texts.put(TaskFamily.LINK.lowerCaseName(), "Find a pair of scientific papers that one paper cites the other.");
        texts.put(TaskFamily.SEARCH.lowerCaseName(), "Retrieve a scientific paper that is relevant to the query.");
        return Collections.unmodifiableMap(texts);
    }

    /** The same instructions, whose tokens count for so much; none stay none. */
    public InstructionConfig weighing(double other) {
        return areThere() ? new InstructionConfig(reader, texts, other) : this;
    }

    public boolean areThere() {
        return reader != Reader.NONE;
    }

    /**
     * The instruction of a task.
     *
     * @throws IllegalArgumentException if neither the task nor its family has one
     * @throws IllegalStateException if there are no instructions at all
     */
    public String of(Task task) {
        if (!areThere()) {
            throw new IllegalStateException("a model without instructions was asked for that of " + task);
        }
        String text = texts.getOrDefault(task.name(), texts.get(task.family().lowerCaseName()));
        if (text == null) {
            throw new IllegalArgumentException(
                    "no instruction for task " + task + ": there are some for " + texts.keySet());
        }
        return text;
    }

    /** The same reader with other texts for some tasks; the rest stay. */
    public InstructionConfig with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(texts);
        all.putAll(others);
        return new InstructionConfig(reader, all, weight);
    }
}
