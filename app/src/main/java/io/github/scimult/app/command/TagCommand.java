package io.github.scimult.app.command;

import io.github.scimult.app.answer.ResultPrinter;
import io.github.scimult.app.option.ResultOptions;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.library.live.ServedIndex;
import io.github.scimult.search.tag.LabelRules;
import io.github.scimult.search.tag.Tag;
import java.io.IOException;
import java.util.ArrayList;
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
        footer = {
            "",
            "Examples:",
            "  scimult tag index/ --title \"Drawing graphs\" --text - < abstract.txt",
            "  scimult tag index/ --paper 17942999 --exclude 'people/*' --include composers"
        })
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

    @Option(
            names = "--exclude",
            paramLabel = "LABEL",
            description =
                    "A label, by its id, that is not suggested; LABEL/* is the label and all below it, * all labels. May be repeated.")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = "--include",
            paramLabel = "LABEL",
            description =
                    "A label that is suggested all the same, in the same form; where none is excluded, these alone. The nearest "
                            + "rule counts: the label's own, then those of labels above it. May be repeated.")
    private List<String> include = new ArrayList<>();

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
        LabelRules rules = new LabelRules(exclude, include);
        ResultPrinter printer = options.printer(served.index());
        asked.forEach(served.index(), question -> {
            List<Tag> tags =
                    served.tagger().tags(question.text(), question.own(), rules, question.limit(), ancestors).stream()
                            .filter(tag -> tag.isAtLeast(minProbability))
                            .toList();
            printer.labels(question.name(), tags);
        });
        return 0;
    }
}
