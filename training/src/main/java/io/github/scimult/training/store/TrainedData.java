package io.github.scimult.training.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which data a finished run or stage learnt from, as its manifest says. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TrainedData(List<Fingerprinted> collections) {
    /** A collection as it was. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fingerprinted(String fingerprint) {}

    TrainedData {
        collections = List.copyOf(collections);
    }

    /**
     * Of a finished run or stage.
     *
     * @throws io.github.scimult.core.storage.BadDataException if its manifest is damaged
     */
    static TrainedData of(RunStore folder) throws IOException {
        return RunStore.read(folder.manifest(), TrainedData.class, "start the training anew");
    }

    /** What a run of this plan would learn from now, in the manifest's order: those it only measures come last. */
    static TrainedData now(TrainingPlan plan) throws IOException {
        List<CollectionSpec> choices = plan.collections().stream()
                .sorted(Comparator.comparing(CollectionSpec::staysOutside))
                .toList();
        List<Fingerprinted> all = new ArrayList<>();
        for (CollectionSpec choice : choices) {
            try (LiteratureCollection opened = LiteratureCollection.open(choice.path(), choice.readOptions())) {
                all.add(new Fingerprinted(opened.fingerprint()));
            }
        }
        return new TrainedData(all);
    }
}
