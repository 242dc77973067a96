package io.github.scimult.app.command;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexedPaper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Finds labels that fit a paper. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        header = "Find labels of an index that fit a paper, the nearest first.",
        footer = {"", "Example:", "  scimult tag index/ --title \"Drawing graphs\" --text - < abstract.txt"})
final class TagCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "INDEX", description = "The index's folder.")
    private Path index;

    @Option(names = "--paper", paramLabel = "ID", description = "A paper of the index.")
    private String paper;

    @Option(names = "--title", defaultValue = "", description = "Title of a paper that is not in the index.")
    private String title;

    @Option(names = "--text", paramLabel = "TEXT", description = "Its abstract; - reads standard input.")
    private String text;

    @Option(names = "--top", defaultValue = "10", description = "How many labels (default: ${DEFAULT-VALUE}).")
    private int top;

    @Mixin
    private AnswerOptions options;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if ((paper == null) == (text == null && title.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "say what to tag: --paper ID, or --title and --text");
        }
        int most = AnswerOptions.positive("--top", top);
        try (OpenedIndex opened = OpenedIndex.open(index, options.model(), options.threads())) {
            options.printer().print(opened.index().labels(asked(opened), most));
        }
        return 0;
    }

    private SegmentedText asked(OpenedIndex opened) throws IOException {
        if (paper == null) {
            return SegmentedText.of(title, CiteCommand.textOrInput(text));
        }
        IndexedPaper known = opened.index()
                .paper(paper)
                .orElseThrow(() -> new IllegalArgumentException("--paper " + paper + ": the index has no such paper"));
        return SegmentedText.of(known.title(), known.text());
    }
}
