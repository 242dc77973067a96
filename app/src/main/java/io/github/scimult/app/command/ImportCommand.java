package io.github.scimult.app.command;

import io.github.scimult.app.option.ProgramCommand;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.task.Split;
import io.github.scimult.exchange.importing.CollectionImport;
import io.github.scimult.exchange.importing.ImportFormat;
import io.github.scimult.exchange.importing.ImportFormats;
import io.github.scimult.exchange.importing.ImportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a collection of other projects' files. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Make a collection of the files of MAPLE, SciRepEval, SciDocs, BEIR, PubMed and others.",
        description =
                "%nFiles are read from front to end, packed (.gz, .zst) or not. The collection appears whole or not at all.",
        footer = {
            "",
            "Examples:",
            "  scimult import --list",
            "  scimult import scirepeval-search --in search.jsonl --out queries/ --dev 0.1"
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FORMAT", arity = "0..1", description = "See --list.")
    private String format;

    @Option(names = "--list", description = "Say which formats there are, and where their data is to be had.")
    private boolean list;

    @Option(names = "--in", paramLabel = "PATH", description = "The file or folder to read.")
    private Path in;

    @Option(names = "--out", paramLabel = "DIR", description = "The collection's folder: new, or empty.")
    private Path out;

    @Option(
            names = "--split",
            defaultValue = "train",
            description = "Split of judgements where the files don't say (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--dev",
            defaultValue = "0",
            description = "Share of the queries that go to dev instead, such as 0.1.")
    private double dev;

    @Option(names = "--skip-bad", description = "Leave bad records out, count and report them.")
    private boolean skipBad;

    @Option(names = "--seed", defaultValue = "17", description = "Of the draw for --dev (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (list) {
            for (ImportFormat each : ImportFormats.all()) {
                System.out.println(each.name());
                System.out.println("    " + each.explanation());
                System.out.println("    " + each.source());
            }
            return 0;
        }
        if (format == null || in == null || out == null) {
            throw new ParameterException(
                    spec.commandLine(), "an import needs FORMAT, --in and --out; --list says which formats there are");
        }
        ProgressLine line = ProgressLine.onStandardError();
        String report = CollectionImport.run(
                ImportFormats.of(format),
                in,
                out,
                new ImportOptions(Split.parse(split), dev, skipBad, seed),
                records -> line.show("%,d records".formatted(records)));
        line.clear();
        System.out.print(report);
        System.out.println("the collection is in " + out + "; look at it with "
                + ProgramCommand.with("validate --collection " + out));
        return 0;
    }
}
