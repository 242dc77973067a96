package io.github.scimult.encoder.architecture;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model reads before each text, as its authors trained it: {@code "query: "} and {@code "passage: "}, say. Unlike the
 * instructions of {@link InstructionConfig} they are tokens of the text itself, and do not depend on the task.
 *
 * @param query before what somebody searches with; with the blank at its end, empty for nothing
 * @param document before papers and labels, whatever the task
 */
public record Prompts(String query, String document) {
    /** Texts are read as they are. */
    public static final Prompts NONE = new Prompts("", "");

    public boolean areThere() {
        return !equals(NONE);
    }

    /** What stands before a text of a role. */
    public String of(TextRole role) {
        return role == TextRole.QUERY ? query : document;
    }

    /** A text behind its prompt; a prompt takes part in the first segment. */
    public SegmentedText before(SegmentedText text) {
        String prompt = of(text.role());
        if (prompt.isEmpty()) {
            return text;
        }
        List<String> segments = text.segments();
        String first = prompt + (segments.isEmpty() ? "" : segments.getFirst());
        return new SegmentedText(
                Stream.concat(Stream.of(first), segments.stream().skip(1)).toList(), text.role());
    }

    /** Texts behind their prompts. */
    public List<SegmentedText> before(List<SegmentedText> texts) {
        return areThere() ? texts.stream().map(this::before).toList() : texts;
    }
}
