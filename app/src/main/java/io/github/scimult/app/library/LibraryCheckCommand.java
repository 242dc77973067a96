package io.github.scimult.app.library;

import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.upkeep.LibraryCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a library. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "Check that the index holds what the collection and the journal say.",
        description =
                "%nReads every line of the journal and compares the ids of all papers and labels. Exit code 1 where something is "
                        + "missing.",
        footer = {"", "Example:", "  scimult library check library/"})
final class LibraryCheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LIBRARY", description = "The library's folder.")
    private Path root;

    @Override
    public Integer call() throws IOException {
        LibraryCheck.Outcome outcome = LibraryCheck.run(new LibraryFolder(root));
        System.out.printf(
                Locale.ROOT,
                "%s: %,d papers and %,d labels, by the collection and %,d change sets%n",
                root,
                outcome.papers(),
                outcome.labels(),
                outcome.changeSets());
        System.out.printf(
                Locale.ROOT,
                "the index has the changes up to %,d of %,d, in %,d segments%n",
                outcome.indexedUpTo(),
                outcome.lastChange(),
                outcome.segments());
        print("not in the index", outcome.missing());
        print("in the index alone", outcome.surplus());
        if (outcome.indexedUpTo() < outcome.lastChange()) {
            System.out.println("the others come in as soon as the library is opened or served");
            return 0;
        }
        return outcome.missing().isEmpty() && outcome.surplus().isEmpty() ? 0 : 1;
    }

    private static void print(String what, List<String> ids) {
        if (!ids.isEmpty()) {
            String first = String.join(", ", ids.subList(0, Math.min(10, ids.size())));
            System.out.printf(Locale.ROOT, "%s: %,d: %s%s%n", what, ids.size(), first, ids.size() > 10 ? ", …" : "");
        }
    }
}
