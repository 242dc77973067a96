package io.github.scimult.app.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.ReadOptions;
import io.github.scimult.core.feedback.FeedbackCollection;
import io.github.scimult.core.feedback.FeedbackFile;
import io.github.scimult.search.index.IndexFacts;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.training.config.CollectionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What people said of an index's answers, put into the collection that it was made of.
 *
 * @param index its folder
 * @param choice the collection
 */
public record FeedbackTraining(Path index, CollectionSpec choice) {
    /**
     * Writes the collection with the judgements, beside the model that is to be trained, and tells what they are.
     *
     * @return its folder, whose name says that it has feedback
     */
    public Path write(Path model) throws IOException {
        IndexFacts facts = LiteratureIndex.facts(index);
        Path chosen = Path.of(choice.folder());
        Path folder = model.toAbsolutePath().normalize().resolveSibling(model.getFileName() + "-collection");
        Path with = folder.resolve(chosen.getFileName() + "+feedback");
        if (Files.exists(with)) {
            throw new IllegalArgumentException(with + " is there already, of an earlier run with --feedback: delete "
                    + folder + ", or choose another --out");
        }
        ReadOptions options = choice.skipBadRecords() ? ReadOptions.SKIP_BAD_RECORDS : ReadOptions.DEFAULTS;
        try (LiteratureCollection collection = LiteratureCollection.open(chosen, options)) {
            if (!collection.fingerprint().equals(facts.collectionFingerprint())) {
                throw new IllegalArgumentException(
                        index + " is an index of " + facts.collection() + ", not of " + chosen + " as it is now");
            }
            FeedbackCollection feedback = FeedbackCollection.of(collection, new FeedbackFile(index).verdicts());
            System.err.println(feedback.report());
            Files.createDirectories(folder);
            feedback.write(with);
            return with;
        }
    }
}
