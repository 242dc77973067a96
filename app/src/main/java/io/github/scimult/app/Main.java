package io.github.scimult.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the command line; the only class that ends the process. */
@Command(
        name = "scimult",
        mixinStandardHelpOptions = true,
        version = "scimult 0.1.0",
        description = "One text encoder for scientific literature: tag, cite and search.")
public final class Main {

    private Main() {}

    /**
     * Runs one command.
     *
     * @param arguments the command's name and its options
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
