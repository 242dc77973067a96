package io.github.scimult.app.command;

import io.github.scimult.app.answer.ResultPrinter;
import io.github.scimult.app.option.ResultOptions;
import io.github.scimult.core.task.Task;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recommends citations for a paper. */
@Command(
        name = "cite",
        mixinStandardHelpOptions = true,
        header = "Recommend citations: papers of an index that a paper should cite.",
        description =
                "%nThe paper is one of the index (what it cites already is left out), a text, such as a paragraph of a "
                        + "manuscript, or each paper of a file.",
        footer = {
            "",
            "Examples:",
            "  scimult cite index/ --paper 17942999",
            "  scimult cite index/ --bibtex mine.bib --format bibtex",
            "  scimult cite index/ --title \"Drawing graphs\" --text - < abstract.txt"
        })
final class CiteCommand implements Callable<Integer> {
    @Mixin
    private QueryPaper asked;

    @Option(
            names = "--diversity",
            paramLabel = "D",
            defaultValue = "0",
            description =
                    "0 to 1: the penalty of a result's similarity to those ranked before it (MMR; default: ${DEFAULT-VALUE}).")
    private double diversity;

    @Mixin
    private ResultOptions options;

    @Override
    public Integer call() throws IOException {
        asked.check();
        try (PaperLibrary opened = options.open()) {
            return opened.read(served -> cite(served.index()));
        }
    }

    private Integer cite(LiteratureIndex index) throws IOException {
        ResultPrinter printer = options.printer(index);
        asked.forEach(index, question -> {
            PaperQuery papers = options.asked(PaperQuery.of(Task.LINK, question.text())
                    .among(SearchFilter.NONE.without(question.known()))
                    .limit(question.limit())
                    .diversity(diversity)
                    .withoutAsked(true));
            printer.papers(
                    question.name(), index.papers(papers), question.text().plain(), question.paper());
        });
        return 0;
    }
}
