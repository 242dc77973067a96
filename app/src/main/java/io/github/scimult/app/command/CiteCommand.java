package io.github.scimult.app.command;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.index.SearchHit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Finds papers that a paper should cite. */
@Command(
        name = "cite",
        mixinStandardHelpOptions = true,
        header = "Find papers of an index that a paper should cite.",
        description = "%nThe paper is one of the index (what it cites already is left out), or a text.",
        footer = {
            "",
            "Examples:",
            "  scimult cite index/ --paper 17942999",
            "  scimult cite index/ --title \"Drawing graphs\" --text - < abstract.txt"
        })
final class CiteCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "INDEX", description = "The index's folder.")
    private Path index;

    @Option(names = "--paper", paramLabel = "ID", description = "A paper of the index.")
    private String paper;

    @Option(names = "--title", defaultValue = "", description = "Title of a paper that is not in the index.")
    private String title;

    @Option(names = "--text", paramLabel = "TEXT", description = "Its abstract; - reads standard input.")
    private String text;

    @Option(names = "--top", defaultValue = "10", description = "How many answers (default: ${DEFAULT-VALUE}).")
    private int top;

    @Mixin
    private AnswerOptions options;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if ((paper == null) == (text == null && title.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "say for what: --paper ID, or --title and --text");
        }
        int most = AnswerOptions.positive("--top", top);
        try (OpenedIndex opened = OpenedIndex.open(index, options.model(), options.threads())) {
            Set<String> leftOut = new HashSet<>();
            SegmentedText asked = asked(opened, leftOut);
            List<SearchHit> hits =
                    opened.index().papers(Task.LINK, asked, SearchFilter.NONE, most + leftOut.size(), options.weight());
            options.printer()
                    .print(hits.stream()
                            .filter(hit -> !leftOut.contains(hit.paper().id()))
                            .limit(most)
                            .toList());
        }
        return 0;
    }

    private SegmentedText asked(OpenedIndex opened, Set<String> leftOut) throws IOException {
        if (paper == null) {
            return SegmentedText.of(title, textOrInput(text));
        }
        IndexedPaper known = opened.index()
                .paper(paper)
                .orElseThrow(() -> new IllegalArgumentException("--paper " + paper + ": the index has no such paper"));
        leftOut.add(known.id());
        leftOut.addAll(known.references());
        return SegmentedText.of(known.title(), known.text());
    }

    /** A text as given, or standard input for a dash. */
    static String textOrInput(String given) throws IOException {
        if (given == null) {
            return "";
        }
        return given.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip() : given;
    }
}
