package io.github.scimult.app.command;

import io.github.scimult.app.library.LibraryCommand;
import io.github.scimult.app.option.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: says what there is. */
@Command(
        name = "scimult",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        header = "One text encoder for scientific literature: classification, citation recommendation, search.",
        description = "%nTrains the encoder on your collection's labels, citations and queries together, and shows "
                + "whether that helped.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Begin with:  ${sys:scimult.command:-./scimult} quickstart",
            "Exit codes:  0 all went well, 1 it failed, 2 the call was wrong"
        },
        subcommands = {
            QuickstartCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            EmbedCommand.class,
            IndexCommand.class,
            SearchCommand.class,
            TagCommand.class,
            CiteCommand.class,
            ServeCommand.class,
            LibraryCommand.class,
            ReproduceCommand.class,
            ImportCommand.class,
            MergeCommand.class,
            ConvertCommand.class,
            ExportCommand.class,
            ValidateCommand.class,
            GenerateCommand.class,
            BenchmarkCommand.class
        })
public final class ScimultCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command");
    }
}
