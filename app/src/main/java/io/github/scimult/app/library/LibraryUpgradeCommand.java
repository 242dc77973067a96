package io.github.scimult.app.library;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.library.indexing.LibraryUpgrade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a library of an index of an earlier version. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        header = "Make a library of an index of an earlier version and its collection, without embedding anew.",
        description =
                "%nRecords and feedback that came into the index alone, through the API, go into the library's journal. Stop "
                        + "the index's server before.",
        footer = {"", "Example:", "  scimult library upgrade index/ --collection papers/"})
final class LibraryUpgradeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "INDEX", description = "The index's folder, which becomes the library's.")
    private Path root;

    @Option(
            names = "--collection",
            paramLabel = "DIR",
            required = true,
            description = "The collection that it was made of.")
    private Path collection;

    @Override
    public Integer call() throws IOException {
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            int changes = LibraryUpgrade.run(root, opened);
            System.out.printf(
                    Locale.ROOT, "%s is a library now; %,d changes of the index are in its journal%n", root, changes);
            return 0;
        }
    }
}
