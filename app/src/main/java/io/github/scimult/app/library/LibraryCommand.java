package io.github.scimult.app.library;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after a library. */
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        header = "Look after a library: check, export, back up, compact it, or index it anew.",
        description =
                "%nA library is what scimult index makes: a collection, a journal of the changes since, and an index that is "
                        + "derived from both. All of these may run while the library is served.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  scimult library check library/",
            "  scimult library export library/ --out papers/",
            "  scimult library reindex library/ --model newer/",
            "  scimult library backup library/ --out backup/",
            "  scimult library compact library/",
            "  scimult library upgrade index/ --collection papers/"
        },
        subcommands = {
            LibraryCheckCommand.class,
            LibraryExportCommand.class,
            LibraryBackupCommand.class,
            LibraryCompactCommand.class,
            LibraryReindexCommand.class,
            LibraryUpgradeCommand.class
        })
public final class LibraryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command");
    }
}
