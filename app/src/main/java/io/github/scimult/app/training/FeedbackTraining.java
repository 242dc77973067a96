package io.github.scimult.app.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.ReadOptions;
import io.github.scimult.core.feedback.FeedbackCollection;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.training.config.CollectionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What people said of a library's results, put into a collection: the one that it was made of, or an export of it.
 *
 * @param library whose journal has the feedback
 * @param choice the collection
 */
public record FeedbackTraining(LibraryFolder library, CollectionSpec choice) {
    /**
     * Writes the collection with the judgements, beside the model that is to be trained, and tells what they are.
     *
     * @return its folder, whose name says that it has feedback
     */
    public Path write(Path model) throws IOException {
        library.index(); // says what is wrong where there is none
        Path chosen = Path.of(choice.folder());
        Path folder = model.toAbsolutePath().normalize().resolveSibling(model.getFileName() + "-collection");
        Path with = folder.resolve(chosen.getFileName() + "+feedback");
        if (Files.exists(with)) {
            throw new IllegalArgumentException(with + " is there already, of an earlier run with --feedback: delete "
                    + folder + ", or choose another --out");
        }
        ReadOptions options = choice.skipBadRecords() ? ReadOptions.SKIP_BAD_RECORDS : ReadOptions.DEFAULTS;
        try (LiteratureCollection collection = LiteratureCollection.open(chosen, options)) {
            FeedbackCollection feedback =
                    FeedbackCollection.of(collection, library.journal().feedback());
            System.err.println(feedback.report());
            Files.createDirectories(folder);
            feedback.write(with);
            return with;
        }
    }
}
