package io.github.scimult.app.quickstart;

import io.github.scimult.app.option.ProgramCommand;
import io.github.scimult.app.terminal.Style;
import java.nio.file.Path;

/** What to type next, for one's own papers. */
public final class NextCommands {
    private NextCommands() {}

    /**
     * The commands, each below a line that says what it does.
     *
     * @param base the model that was trained from
     */
    public static String of(QuickstartFolder folder, Style style, String base) {
        String compare = base.equals("minilm") ? "" : " --base " + base;
        StringBuilder text = new StringBuilder();
        add("search the sample in your browser, at http://127.0.0.1:8080/", "serve " + folder.library(), style, text);
        add("is a folder laid out like " + folder.sample() + "? check it", "validate --collection DIR", style, text);
        add("train on it", "train --collection DIR --out MODEL --minutes 30", style, text);
        add(
                "evaluate it, compared with the baseline and BM25",
                "evaluate --collection DIR --split test --model MODEL" + compare + " --out REPORT",
                style,
                text);
        add(
                "make it searchable: a library to serve",
                "index --collection DIR --model MODEL --out LIBRARY",
                style,
                text);
        add(
                "embeddings of papers, for your own search",
                "embed --model MODEL --task search --input DIR/corpus.jsonl --output vectors.npy",
                style,
                text);
        text.append('\n')
                .append("  ")
                .append(style.dim("# what this quickstart has written"))
                .append('\n');
        written(folder.model(), "the model", text);
        written(folder.library(), "the sample, searchable", text);
        written(folder.report().resolve("report.html"), "all scores", text);
        written(folder.trainingReport(), "how training went, with more examples", text);
        return text.toString().stripTrailing();
    }

    private static void written(Path place, String what, StringBuilder text) {
        text.append("  ").append(place).append("   ").append(what).append('\n');
    }

    private static void add(String what, String command, Style style, StringBuilder text) {
        text.append("  ").append(style.dim("# " + what)).append('\n');
        text.append("  ").append(ProgramCommand.with(command)).append('\n');
    }
}
