package io.github.scimult.app.command;

import io.github.scimult.app.option.ResultOptions;
import io.github.scimult.core.storage.Utf8File;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches an index. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        header = "Search an index: hybrid of BM25 and dense retrieval.",
        footer = {"", "Example:", "  scimult search index/ \"drawing large graphs\" --from 2005"})
final class SearchCommand implements Callable<Integer> {
    @Parameters(index = "1", arity = "0..*", paramLabel = "QUERY", description = "The text to search for.")
    private List<String> query = new ArrayList<>();

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "Every line of a file is a query; - reads standard input.")
    private String queries;

    @Option(names = "--top", defaultValue = "10", description = "The number of results (default: ${DEFAULT-VALUE}).")
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
    private ResultOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (query.isEmpty() == (queries == null)) {
            throw new ParameterException(spec.commandLine(), "give a query, or --queries FILE");
        }
        ResultOptions.positive("--top", top);
        try (PaperLibrary opened = options.open()) {
            return opened.read(served -> search(served.index()));
        }
    }

    private Integer search(LiteratureIndex index) throws IOException {
        if (queries == null) {
            search(index, null, String.join(" ", query));
            return 0;
        }
        for (String line : lines()) {
            search(index, line, line);
        }
        return 0;
    }

    private void search(LiteratureIndex index, String name, String words) throws IOException {
        PaperQuery asked = options.asked(PaperQuery.of(Task.SEARCH, SegmentedText.query(words))
                .among(new SearchFilter(from, to, venue, author, label))
                .limit(top));
        options.printer(index).papers(name, index.papers(asked), words, Optional.empty());
    }

    private List<String> lines() throws IOException {
        String text = queries.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Utf8File.read(Path.of(queries));
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
