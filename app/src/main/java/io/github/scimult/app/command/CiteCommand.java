package io.github.scimult.app.command;

import io.github.scimult.core.task.Task;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.search.index.PaperQuestion;
import io.github.scimult.search.index.SearchFilter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin
    private AskedPaper asked;

    @Mixin
    private AnswerOptions options;

    @Override
    public Integer call() throws IOException {
        asked.check();
        try (PaperLibrary opened = options.open()) {
            AskedPaper.Question question = asked.in(opened.index());
            options.printer()
                    .print(opened.index()
                            .papers(PaperQuestion.of(Task.LINK, question.text())
                                    .among(SearchFilter.NONE.without(question.known()))
                                    .most(question.most())
                                    .wordWeight(options.weight())));
        }
        return 0;
    }
}
