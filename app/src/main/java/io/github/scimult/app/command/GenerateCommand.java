package io.github.scimult.app.command;

import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a collection of made-up papers, to try sizes with. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        hidden = true,
        header = "Generate a collection of made-up papers, to see how the program behaves at a size.",
        footer = {"", "Example:", "  scimult generate --papers 1000000 --words 200 --out big/"})
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The new collection's folder.")
    private Path out;

    @Option(names = "--papers", defaultValue = "10000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int papers;

    @Option(names = "--words", defaultValue = "200", description = "Length of an abstract (default: ${DEFAULT-VALUE}).")
    private int words;

    @Option(
            names = "--references",
            defaultValue = "" + SyntheticSettings.REFERENCES,
            description = "The maximum number of papers that a paper cites (default: ${DEFAULT-VALUE}).")
    private int references;

    @Option(names = "--seed", defaultValue = "17", description = "Decides everything (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        SyntheticCollection.generate(
                out, SyntheticSettings.of(papers, words, seed).withReferences(references));
        System.out.printf("%,d papers are in %s%n", papers, out);
        return 0;
    }
}
