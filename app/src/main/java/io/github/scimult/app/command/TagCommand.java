package io.github.scimult.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds labels that fit a paper. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        header = "Find labels of an index that fit a paper, the nearest first.",
        footer = {"", "Example:", "  scimult tag index/ --title \"Drawing graphs\" --text - < abstract.txt"})
final class TagCommand implements Callable<Integer> {
    @Mixin
    private AskedPaper asked;

    @Mixin
    private AnswerOptions options;

    @Override
    public Integer call() throws IOException {
        asked.check();
        try (OpenedIndex opened = options.open()) {
            AskedPaper.Question question = asked.in(opened.index());
            options.printer().print(opened.index().labels(question.text(), question.most()));
        }
        return 0;
    }
}
