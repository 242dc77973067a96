package io.github.scimult.search.tag;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Learns to suggest labels from the judgements that an index serves, and measures it on papers that were held out: those of dev, or
 * of a tenth of the labelled papers where there is no dev split. Where the held-out papers' labels are served, two models are taught
 * in the same way: the measured one without them, the served one with all.
 *
 * @param collection that was indexed
 */
public record TagTraining(LiteratureCollection collection, LiteratureIndex index) {
    private static final int MAX_PAPERS = 50_000;
    private static final int MAX_HELD_OUT = 1000;
    private static final int HELD_OUT_PART = 10;

    /** Learns and measures; nothing where there are too few labelled papers. */
    public Optional<TagOutcome> run() throws IOException {
        Set<Split> served = index.facts().splits();
        LabelledPapers all = LabelledPapers.of(collection, served, MAX_PAPERS);
        LabelledPapers heldOut = heldOut(all);
        boolean dev = hasDev();
        Set<Split> taughtSplits = dev && served.contains(Split.TRAIN) ? EnumSet.of(Split.TRAIN) : served;
        LabelledPapers taught = (dev ? LabelledPapers.of(collection, taughtSplits, MAX_PAPERS) : all).without(heldOut);
        if (taught.size() < TagTrainer.MIN_PAPERS || heldOut.size() == 0) {
            return Optional.empty();
        }
        TagModel measured = new TagTrainer(index, taught, taughtSplits).train();
        TagOutcome.Scores scores = new TagEvaluation(new Tagger(index, measured), heldOut).scores();
        TagModel model = taughtSplits.equals(served) && taught.size() == all.size()
                ? measured
                : new TagTrainer(index, all, served).train();
        return Optional.of(new TagOutcome(model, all.size(), taught.size(), scores));
    }

    private boolean hasDev() {
        return collection.splits(Task.CLASSIFICATION).contains(Split.DEV)
                && collection.judgements(Task.CLASSIFICATION, Split.DEV).queries() >= TagTrainer.MIN_PAPERS;
    }

    private LabelledPapers heldOut(LabelledPapers all) {
        return hasDev()
                ? LabelledPapers.of(collection, EnumSet.of(Split.DEV), MAX_HELD_OUT)
                : all.sample(Math.min(MAX_HELD_OUT, all.size() / HELD_OUT_PART));
    }
}
