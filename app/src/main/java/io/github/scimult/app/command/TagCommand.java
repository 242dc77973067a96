package io.github.scimult.app.command;

import io.github.scimult.app.answer.ResultPrinter;
import io.github.scimult.app.option.ResultOptions;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.library.live.ServedIndex;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Suggests labels for a paper. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        header = "Suggest labels for a paper, the most likely first.",
        footer = {"", "Example:", "  scimult tag index/ --title \"Drawing graphs\" --text - < abstract.txt"})
final class TagCommand implements Callable<Integer> {
    @Mixin
    private QueryPaper asked;

    @Option(
            names = "--ancestors",
            description = "Allow a label together with one of its descendants that is about as likely.")
    private boolean ancestors;

    @Option(
            names = "--min-probability",
            paramLabel = "P",
            defaultValue = "0",
            description = "Only labels with at least this probability; none may be left (default: all).")
    private double minProbability;

    @Mixin
    private ResultOptions options;

    @Override
    public Integer call() throws IOException {
        asked.check();
        options.requireLabelFormat();
        try (PaperLibrary opened = options.open()) {
            return opened.read(this::tag);
        }
    }

    private Integer tag(ServedIndex served) throws IOException {
        ResultPrinter printer = options.printer(served.index());
        asked.forEach(served.index(), question -> {
            List<Tag> tags = served.tagger().tags(question.text(), question.own(), question.limit(), ancestors).stream()
                    .filter(tag -> tag.isAtLeast(minProbability))
                    .toList();
            printer.labels(question.name(), tags);
        });
        return 0;
    }
}
