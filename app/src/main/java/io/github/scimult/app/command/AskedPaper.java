package io.github.scimult.app.command;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The paper that an index is asked about: one that is in it, or a text. */
final class AskedPaper {
    @Option(names = "--paper", paramLabel = "ID", description = "A paper of the index.")
    private String paper;

    @Option(names = "--title", defaultValue = "", description = "Title of a paper that is not in the index.")
    private String title;

    @Option(names = "--text", paramLabel = "TEXT", description = "Its abstract; - reads standard input.")
    private String text;

    @Option(names = "--top", defaultValue = "10", description = "How many answers (default: ${DEFAULT-VALUE}).")
    private int top;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * What is asked.
     *
     * @param text of the paper
     * @param own id of the paper itself; none for a text
     * @param known ids of the paper itself and of what it cites; none for a text
     * @param most so many answers
     */
    record Question(SegmentedText text, Set<String> own, Set<String> known, int most) {}

    /** Refuses a call that names neither a paper nor a text, or both, before anything is opened. */
    void check() {
        if ((paper == null) == (text == null && title.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "say about what: --paper ID, or --title and --text");
        }
        AnswerOptions.positive("--top", top);
    }

    Question in(LiteratureIndex index) throws IOException {
        if (paper == null) {
            return new Question(SegmentedText.of(title, textOrInput()), Set.of(), Set.of(), top);
        }
        IndexedPaper found = index.paper(paper)
                .orElseThrow(() -> new IllegalArgumentException("--paper " + paper + ": the index has no such paper"));
        return new Question(found.segments(), Set.of(found.id()), found.known(), top);
    }

    /** A text as given, or standard input for a dash. */
    private String textOrInput() throws IOException {
        if (text == null) {
            return "";
        }
        return text.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip() : text;
    }
}
