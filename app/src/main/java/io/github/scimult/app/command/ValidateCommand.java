package io.github.scimult.app.command;

import io.github.scimult.core.collection.CollectionSummary;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads a collection, refuses it or says what is in it. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        header = "Check a collection and count what is in it.",
        footer = {"", "Example:", "  scimult validate --collection papers/"})
final class ValidateCommand implements Callable<Integer> {
    @Option(names = "--collection", paramLabel = "DIR", required = true, description = "The collection's folder.")
    private Path collection;

    @Option(names = "--skip-bad-records", description = "Leave bad records out, count and report them.")
    private boolean skip;

    @Override
    public Integer call() throws IOException {
        ReadOptions options = skip ? ReadOptions.SKIP_BAD_RECORDS : ReadOptions.DEFAULTS;
        try (LiteratureCollection opened = LiteratureCollection.open(collection, options)) {
            System.out.println(CollectionSummary.of(opened).table());
            if (!opened.skipped().isEmpty()) {
                System.out.println(opened.skipped().report());
            }
            return 0;
        }
    }
}
