package io.github.scimult.app.library;

import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.upkeep.LibraryCompaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shortens a library's journal. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        header = "Write the changes into the collection, and shorten the journal to feedback and what came since.",
        footer = {"", "Example:", "  scimult library compact library/"})
final class LibraryCompactCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LIBRARY", description = "The library's folder.")
    private Path root;

    @Override
    public Integer call() throws IOException {
        LibraryFolder library = new LibraryFolder(root);
        Path journal = library.journal().file();
        long before = Files.exists(journal) ? Files.size(journal) : 0;
        long change = LibraryCompaction.run(library);
        System.out.printf(
                Locale.ROOT,
                "%s: the collection has the changes up to %,d, and the journal %,d bytes instead of %,d%n",
                root,
                change,
                Files.exists(journal) ? Files.size(journal) : 0,
                before);
        return 0;
    }
}
