package io.github.scimult.training.store;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run learns from, by its content: a path may lead to something else tomorrow.
 *
 * @param base fingerprint of the base model
 * @param collections fingerprints of the collections that are trained on, in the plan's order
 * @param heldOut of those that are evaluated only
 */
public record RunInputs(String base, List<String> collections, List<String> heldOut) {
    public RunInputs {
        collections = List.copyOf(collections);
        heldOut = List.copyOf(heldOut);
    }

    /** Of a run that would begin now: opens its collections. */
    public static RunInputs now(TrainingPlan plan, PretrainedModel base) throws IOException {
        List<String> trained = new ArrayList<>();
        List<String> heldOut = new ArrayList<>();
        for (CollectionSpec spec : plan.collections()) {
            try (LiteratureCollection opened = LiteratureCollection.open(spec.path(), spec.readOptions())) {
                (spec.isHeldOut() ? heldOut : trained).add(opened.fingerprint());
            }
        }
        return new RunInputs(base.fingerprint(), trained, heldOut);
    }

    /**
     * Refuses to resume a run with other inputs than it began with. Held-out collections may change: nothing is learned from them.
     *
     * @param plan names them in the message
     * @throws BadDataException naming the first that has changed
     */
    void requireSame(RunInputs now, TrainingPlan plan) {
        if (!base.equals(now.base())) {
            throw new BadDataException("the base model " + plan.config().model().base()
                    + " has changed since the run began: resume with the weights as they were, or start a new run.");
        }
        List<CollectionSpec> trained =
                plan.collections().stream().filter(spec -> !spec.isHeldOut()).toList();
        for (int i = 0; i < trained.size(); i++) {
            if (collections.size() != trained.size()
                    || !collections.get(i).equals(now.collections().get(i))) {
                throw new BadDataException(trained.get(i).path()
                        + " has changed since the run began to learn from it: resume with the files as they were, or "
                        + "start a new run.");
            }
        }
    }
}
