package io.github.scimult.app.quickstart;

import io.github.scimult.app.terminal.Style;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.training.event.Example;
import java.util.ArrayList;
import java.util.List;

/**
 * A query with the results of baseline and trained model side by side, relevant ones ticked.
 *
 * @param heading what the query is
 * @param answered the query with its results
 */
public record WorkedAnswer(String heading, Example answered) {
    private static final int NARROW = 72;
    private static final int MOST_NAMED = 3;
    private static final String INDENT = "  ";

    /** The query, the results, and what else is relevant. */
    public String render(Style style) {
        StringBuilder text = new StringBuilder();
        text.append(style.bold(heading)).append('\n');
        text.append(style.wrapped("“" + answered.query() + "”", INDENT)).append("\n\n");
        if (style.width() < NARROW) {
            int columns = style.width() - INDENT.length();
            append(List.of(column(RankingSystem.BASELINE, answered.baseline(), columns, style)), text);
            append(List.of(column("trained", answered.trained(), columns, style)), text);
        } else {
            int columns = (style.width() - INDENT.length()) / 2;
            append(
                    List.of(
                            column(RankingSystem.BASELINE, answered.baseline(), columns, style),
                            column("trained", answered.trained(), columns, style)),
                    text);
        }
        List<String> missed = answered.relevant().stream()
                .filter(right -> !answered.baseline().contains(right)
                        && !answered.trained().contains(right))
                .toList();
        if (!missed.isEmpty()) {
            String others = "relevant as well, but in neither list: " + joined(missed);
            text.append(style.dim(style.wrapped(others, INDENT))).append('\n');
        }
        return text.toString();
    }

    private static String joined(List<String> missed) {
        int named = missed.size() <= MOST_NAMED + 1 ? missed.size() : MOST_NAMED;
        String rest = named < missed.size() ? "; and " + (missed.size() - named) + " more" : "";
        return String.join("; ", missed.subList(0, named)) + rest;
    }

    private static void append(List<List<String>> columns, StringBuilder text) {
        int lines = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            StringBuilder row = new StringBuilder(INDENT);
            for (List<String> column : columns) {
                row.append(line < column.size() ? column.get(line) : "");
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
    }

    private List<String> column(String system, List<String> answers, int columns, Style style) {
        long right = answers.stream().filter(answered.relevant()::contains).count();
        String head = "%s: %d of %d relevant".formatted(system, right, answers.size());
        List<String> lines = new ArrayList<>(List.of(style.dim(Style.fitted(head, columns))));
        for (String answer : answers) {
            boolean isRight = answered.relevant().contains(answer);
            String mark = isRight ? style.green("✓") : " ";
            String fitted = Style.fitted(answer, columns - 4);
            lines.add(mark + " " + (isRight ? style.green(fitted) : fitted) + "  ");
        }
        return lines;
    }
}
