package io.github.scimult.app.library;

import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.upkeep.LibraryBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies what a library cannot be derived from. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        header = "Copy the collection and the journal: all that an index can be made of again.",
        description = "%nThe copy is a library without an index; scimult library reindex makes one.",
        footer = {"", "Example:", "  scimult library backup library/ --out backup/"})
final class LibraryBackupCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LIBRARY", description = "The library's folder.")
    private Path root;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The copy's folder: new, or empty.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        LibraryBackup.write(new LibraryFolder(root), out);
        System.out.println(out + " has the collection and the journal of " + root
                + "; to serve it, make an index by scimult library reindex " + out);
        return 0;
    }
}
