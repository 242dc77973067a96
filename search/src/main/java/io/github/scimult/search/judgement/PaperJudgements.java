package io.github.scimult.search.judgement;

import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.core.task.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is judged of one paper, as an index keeps it.
 *
 * @param split that its labels are of; empty if no label was assigned
 * @param labels assigned to it
 * @param rejected ids of labels that somebody said do not fit
 * @param cited ids of papers that it cites by the judgements, beyond the references that its record names
 */
public record PaperJudgements(
        Optional<String> split, List<AssignedLabel> labels, List<String> rejected, List<String> cited) {
    private static final String TRAIN = Split.TRAIN.lowerCaseName();

    /** Nothing is judged. */
    public static final PaperJudgements NONE = new PaperJudgements(Optional.empty(), List.of(), List.of(), List.of());

    public PaperJudgements {
        labels = List.copyOf(labels);
        rejected = List.copyOf(rejected);
        cited = List.copyOf(cited);
    }

    /** The same after a decision on one label; a paper whose first label is assigned joins the train split. */
    public PaperJudgements with(AssignedLabel label, LabelDecision decision) {
        List<AssignedLabel> assigned = new ArrayList<>(labels);
        assigned.removeIf(other -> other.id().equals(label.id()));
        List<String> refused = new ArrayList<>(rejected);
        refused.remove(label.id());
        switch (decision) {
            case ASSIGNED -> assigned.add(label);
            case REJECTED -> refused.add(label.id());
            case CLEARED -> {}
        }
        Optional<String> ofLabels = assigned.isEmpty() ? Optional.empty() : split.or(() -> Optional.of(TRAIN));
        return new PaperJudgements(ofLabels, assigned, refused, cited);
    }

    /** The same without a label, neither carried nor rejected. */
    public PaperJudgements without(String label) {
        return with(new AssignedLabel(label, ""), LabelDecision.CLEARED);
    }

    /** The same with another name for a label, if it is carried. */
    public PaperJudgements renamed(String label, String name) {
        List<AssignedLabel> renamed = labels.stream()
                .map(other -> other.id().equals(label) ? new AssignedLabel(label, name) : other)
                .toList();
        return new PaperJudgements(split, renamed, rejected, cited);
    }

    /** The same with one label in the place of another: carried if that was, and rejected if that was. */
    public PaperJudgements replaced(String label, AssignedLabel by) {
        boolean carried = labels.stream().anyMatch(other -> other.id().equals(label));
        boolean decided = labels.stream().anyMatch(other -> other.id().equals(by.id())) || rejected.contains(by.id());
        PaperJudgements without = without(label);
        if (carried) {
            return without.with(by, LabelDecision.ASSIGNED);
        }
        return decided || !rejected.contains(label) ? without : without.with(by, LabelDecision.REJECTED);
    }

    /** A label of a paper; its name when the paper was indexed is what lexical queries find. */
    public record AssignedLabel(String id, String name) {}
}
