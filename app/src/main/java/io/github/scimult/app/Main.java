package io.github.scimult.app;

import io.github.scimult.app.command.ScimultCommand;
import io.github.scimult.core.storage.TemporaryFolder;
import java.util.Locale;
import picocli.CommandLine;

/** Starts the command line; the only class that ends the process. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param arguments the command's name and its options
     */
    public static void main(String... arguments) {
        // What the libraries' own logging says to people stands on one line, as ours does.
        System.setProperty("java.util.logging.SimpleFormatter.format", "scimult: %5$s%n");
        System.exit(run(commandLine(), arguments));
    }

    static int run(CommandLine commandLine, String... arguments) {
        TemporaryFolder.removeLeftovers();
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // numbers read the same in every country
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError heapFull) { // no Exception, so that the command line lets it pass
            return ErrorMessages.outOfMemory(commandLine.getErr());
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ScimultCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(36)
                .setExecutionExceptionHandler(new ErrorMessages())
                .setParameterExceptionHandler(new UsageMessages());
    }
}
