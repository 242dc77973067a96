package io.github.scimult.app.command;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.search.index.PaperQuestion;
import io.github.scimult.search.index.SearchFilter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches an index. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        header = "Search an index by a query in words.",
        footer = {"", "Example:", "  scimult search index/ \"drawing large graphs\" --from 2005"})
final class SearchCommand implements Callable<Integer> {
    @Parameters(index = "1", arity = "1..*", paramLabel = "QUERY", description = "What is looked for.")
    private List<String> query;

    @Option(names = "--top", defaultValue = "10", description = "How many answers (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--from", paramLabel = "YEAR", description = "The earliest year.")
    private Integer from;

    @Option(names = "--to", paramLabel = "YEAR", description = "The latest year.")
    private Integer to;

    @Option(names = "--venue", description = "Only this venue.")
    private String venue;

    @Option(names = "--author", description = "Only this author.")
    private String author;

    @Option(names = "--label", description = "Only papers that carry the label of this id.")
    private String label;

    @Mixin
    private AnswerOptions options;

    @Override
    public Integer call() throws IOException {
        SearchFilter filter = new SearchFilter(from, to, venue, author, label);
        try (PaperLibrary opened = options.open()) {
            PaperQuestion question = PaperQuestion.of(Task.SEARCH, SegmentedText.of(String.join(" ", query)))
                    .among(filter)
                    .most(AnswerOptions.positive("--top", top))
                    .wordWeight(options.weight());
            options.printer().print(opened.index().papers(question));
        }
        return 0;
    }
}
