package io.github.scimult.app;

import io.github.scimult.app.command.ScimultCommand;
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
        System.exit(commandLine().execute(arguments));
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
