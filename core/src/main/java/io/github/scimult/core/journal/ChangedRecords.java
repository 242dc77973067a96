package io.github.scimult.core.journal;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of a collection's records by the changes of a journal, one change after the other. */
final class ChangedRecords {
    private static final Place DELETED = new Place(-1, -1);

    private final LiteratureCollection collection;
    private final Map<String, Place> papers = new HashMap<>(); // those that were put or deleted
    private final Set<String> deletedPapers = new HashSet<>(); // at some time; they may be there again
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<String, Optional<String>> labelsNow = new HashMap<>(); // of the collection's judgements
    private final Map<Pair, LabelDecision> decisions = new LinkedHashMap<>();
    private final Map<String, Split> splits = new HashMap<>(); // of papers judged in dev or test

    /** A paper's last change. */
    private record Place(long set, int change) {}

    /** A paper and a label, by their ids. */
    record Pair(String paper, String label) {}

    ChangedRecords(LiteratureCollection collection) {
        this.collection = collection;
        for (int row = 0; row < collection.labels().size(); row++) {
            Label label = collection.labels().get(row);
            labels.put(label.id(), label);
        }
        for (Split split : new Split[] {Split.TEST, Split.DEV}) {
            Judgements judgements = collection.judgements(Task.CLASSIFICATION, split);
            for (int query = 0; query < judgements.queries(); query++) {
                splits.put(collection.papers().id(judgements.queryRow(query)), split);
            }
        }
    }

    void apply(ChangeSet set) {
        for (int i = 0; i < set.changes().size(); i++) {
            Place place = new Place(set.number(), i);
            switch (set.changes().get(i)) {
                case Change.PutPaper put -> papers.put(put.paper().id(), place);
                case Change.PutLabel put -> labels.put(put.label().id(), put.label());
                case Change.DeletePaper deletion -> deletePaper(deletion.id());
                case Change.DeleteLabel deletion -> replaceLabel(deletion.id(), Optional.empty());
                case Change.MergeLabel merge -> {
                    if (labels.containsKey(merge.into())) {
                        replaceLabel(merge.id(), Optional.of(merge.into()));
                    }
                }
                case Change.JudgeLabel judged -> {
                    if (isPaperThere(judged.paper()) && labels.containsKey(judged.label())) {
                        decisions.put(new Pair(judged.paper(), judged.label()), judged.decision());
                    }
                }
                case Change.GiveFeedback _ -> {}
            }
        }
    }

    private boolean isPaperThere(String id) {
        Place place = papers.get(id);
        return place == null ? collection.papers().row(id) >= 0 : !place.equals(DELETED);
    }

    private void deletePaper(String id) {
        if (isPaperThere(id)) {
            papers.put(id, DELETED);
            deletedPapers.add(id);
            splits.remove(id);
            decisions.keySet().removeIf(pair -> pair.paper().equals(id));
        }
    }

    private void replaceLabel(String id, Optional<String> by) {
        labels.remove(id);
        labelsNow.putIfAbsent(id, Optional.of(id));
        labelsNow.replaceAll((_, now) -> now.equals(Optional.of(id)) ? by : now);
        Map<Pair, LabelDecision> moved = new LinkedHashMap<>();
        decisions.forEach((pair, decision) -> {
            if (pair.label().equals(id) && decision != LabelDecision.CLEARED) {
                by.ifPresent(label -> moved.put(new Pair(pair.paper(), label), decision));
            }
        });
        decisions.keySet().removeIf(pair -> pair.label().equals(id));
        moved.forEach((pair, decision) -> {
            if (decision == LabelDecision.ASSIGNED) {
                decisions.put(pair, decision);
            } else {
                decisions.putIfAbsent(pair, decision);
            }
        });
    }

    /** Whether a paper of the collection is written from the journal, or not at all. */
    boolean isPaperChanged(String id) {
        return papers.containsKey(id);
    }

    /** Whether a change is the last one of its paper. */
    boolean isLast(String id, long set, int change) {
        return new Place(set, change).equals(papers.get(id));
    }

    /** Whether a paper was deleted at some time, so that what was judged of it before is void. */
    boolean wasDeleted(String id) {
        return deletedPapers.contains(id);
    }

    Collection<Label> labels() {
        return labels.values();
    }

    /** The label that now stands for a label of the collection's judgements; empty if none does. */
    Optional<String> labelNow(String id) {
        return labelsNow.getOrDefault(id, Optional.of(id));
    }

    Map<Pair, LabelDecision> decisions() {
        return decisions;
    }

    /** The split that decisions on a paper's labels are judgements of. */
    Split splitOf(String paper) {
        return splits.getOrDefault(paper, Split.TRAIN);
    }
}
