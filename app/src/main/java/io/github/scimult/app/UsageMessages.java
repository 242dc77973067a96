package io.github.scimult.app;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of options that cannot be understood: the mistake, what was probably meant, where to read on. */
final class UsageMessages implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        Optional<String> renamed = RenamedOptions.message(exception);
        err.println(command.getColorScheme().errorText("scimult: " + renamed.orElseGet(exception::getMessage)));
        if (renamed.isEmpty()) {
            UnmatchedArgumentException.printSuggestions(exception, err);
        }
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ErrorMessages.USAGE;
    }
}
