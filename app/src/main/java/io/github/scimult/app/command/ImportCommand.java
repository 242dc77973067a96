package io.github.scimult.app.command;

import io.github.scimult.app.option.ProgramCommand;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.task.Split;
import io.github.scimult.exchange.importing.CollectionImport;
import io.github.scimult.exchange.importing.ImportFormat;
import io.github.scimult.exchange.importing.ImportFormats;
import io.github.scimult.exchange.importing.ImportOptions;
import io.github.scimult.exchange.importing.split.ImportSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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
        header =
                "Make a collection of other files: PubMed, BibTeX, RIS, tables, MAPLE, SciRepEval, SciDocs, BEIR, Annif and others.",
        description =
                "%nFiles are read from front to end, packed by gzip or Zstandard or not. The collection appears whole or not at all. "
                        + "Records that cannot be used are named with file and line: in what people export they are left out, in "
                        + "benchmarks the first one refuses the import.",
        footer = {
            "",
            "Examples:",
            "  scimult import --list",
            "  scimult import scirepeval-search --in search.jsonl --out queries/ --dev 0.1",
            "  scimult import bibtex --in my-library.bib --in colleagues/ --out library/ --split 80/10/10",
            "  scimult import annif --in yso-skos.ttl --in train.tsv.gz --language en --out library/ --split 80/10/10",
            "  scimult import medline --in baseline/ --in updatefiles/ --out pubmed/ --split 80/10/10 --split-by time"
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FORMAT", arity = "0..1", description = "See --list.")
    private String format;

    @Option(names = "--list", description = "Say which formats there are, and where their data is to be had.")
    private boolean list;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            description = "The file or folder to read; may be given several times, later ones after earlier ones.")
    private List<Path> in;

    @Option(names = "--out", paramLabel = "DIR", description = "The collection's folder: new, or empty.")
    private Path out;

    @Option(
            names = "--split",
            defaultValue = "train",
            paramLabel = "SPLIT",
            description =
                    "Where judgements go where the files don't say: train, dev or test for all, or shares of the queries for "
                            + "the three, such as 80/10/10 (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--split-by",
            paramLabel = "ORDER",
            description =
                    "Which queries go where under shares: random, by the seed; or time, the newest papers to test, whole years "
                            + "(default: random).")
    private String order;

    @Option(
            names = "--dev",
            defaultValue = "0",
            description = "Share of the queries that go to dev instead of the one split, such as 0.1.")
    private double dev;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description =
                    "The language of the labels' names where a vocabulary has several, such as fi (default: the one that most "
                            + "labels have a name in).")
    private String language;

    @ArgGroup(exclusive = true)
    private BadRecords badRecords;

    /** What becomes of records that cannot be used. */
    private static final class BadRecords {
        @Option(names = "--skip-bad", description = "Leave bad records out, count and report them.")
        private boolean skip;

        @Option(names = "--strict", description = "Refuse the import at the first bad record.")
        private boolean refuse;
    }

    @Option(
            names = "--seed",
            defaultValue = "17",
            description = "Of the draw for --dev and --split (default: ${DEFAULT-VALUE}).")
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
        ImportOptions options = new ImportOptions(
                importSplit(),
                Optional.ofNullable(badRecords).map(given -> given.skip && !given.refuse),
                Optional.ofNullable(language));
        ProgressLine line = ProgressLine.onStandardError();
        String report = CollectionImport.run(
                ImportFormats.of(format), in, out, options, records -> line.show("%,d records".formatted(records)));
        line.clear();
        System.out.print(report);
        System.out.println("the collection is in " + out + "; look at it with "
                + ProgramCommand.with("validate --collection " + out));
        return 0;
    }

    private ImportSplit importSplit() {
        if (!split.contains("/")) {
            if (order != null) {
                throw new ParameterException(
                        spec.commandLine(), "--split-by needs shares for the three splits, such as --split 80/10/10");
            }
            return new ImportSplit.Fixed(Split.parse(split), dev, seed);
        }
        if (dev != 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dev and --split " + split + " exclude each other: the second share is that of dev");
        }
        return ImportSplit.Shares.parse(split, order(), seed);
    }

    private ImportSplit.Order order() {
        return switch (order == null ? "random" : order.toLowerCase(Locale.ROOT)) {
            case "random" -> ImportSplit.Order.RANDOM;
            case "time" -> ImportSplit.Order.TIME;
            default -> throw new ParameterException(spec.commandLine(), "--split-by is random or time, not " + order);
        };
    }
}
