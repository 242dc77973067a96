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
