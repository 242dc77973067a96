package io.github.scimult.search.judgement;

import java.util.List;
import java.util.Optional;

/**
 * What is judged of one paper, as an index keeps it.
 *
 * @param split that its labels are of; empty if no label was assigned
 * @param labels assigned to it
 * @param cited ids of papers that it cites by the judgements, beyond the references that its record names
 */
public record PaperJudgements(Optional<String> split, List<AssignedLabel> labels, List<String> cited) {
    /** Nothing is judged. */
    public static final PaperJudgements NONE = new PaperJudgements(Optional.empty(), List.of(), List.of());

    /** A label of a paper; its name when the paper was indexed is what lexical queries find. */
    public record AssignedLabel(String id, String name) {}
}
