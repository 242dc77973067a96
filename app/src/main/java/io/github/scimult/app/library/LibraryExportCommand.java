package io.github.scimult.app.library;

import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.upkeep.LibraryExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a library as a collection. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Write the whole library as a collection, with all changes and all metadata.",
        description =
                "%nLabels that were assigned through the API are judgements of the collection, rejected ones are judged 0; "
                        + "feedback is in feedback.jsonl beside it.",
        footer = {"", "Example:", "  scimult library export library/ --out papers/"})
final class LibraryExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LIBRARY", description = "The library's folder.")
    private Path root;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The collection's folder: new, or empty.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        long change = LibraryExport.write(new LibraryFolder(root), out);
        System.out.println(out + " is the collection of " + root + " with its " + change + " change sets");
        return 0;
    }
}
