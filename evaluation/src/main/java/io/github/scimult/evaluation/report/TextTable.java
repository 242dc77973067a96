package io.github.scimult.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** Cells in aligned columns, a rule below the head; neighbouring columns may share a name above theirs. */
final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> leftAligned = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();

    /** Adds a column to the table's head. */
    TextTable column(String head, boolean left) {
        return column("", head, left);
    }

    /** Adds a column below a name that it shares with its neighbours of the same group. */
    TextTable column(String group, String head, boolean left) {
        if (rows.isEmpty()) {
            rows.add(new ArrayList<>());
        }
        rows.getFirst().add(head);
        leftAligned.add(left);
        groups.add(group);
        return this;
    }

    /** Adds a row; as many cells as there are columns. */
    void row(List<String> cells) {
        if (cells.size() != leftAligned.size()) {
            throw new IllegalStateException(cells.size() + " cells in a table of " + leftAligned.size() + " columns");
        }
        rows.add(cells);
    }

    /** The table's width if a column of a width is added. */
    int widthWith(int column) {
        int width = INDENT.length() + column;
        for (int i = 0; i < leftAligned.size(); i++) {
            width += width(i) + GAP.length();
        }
        return width;
    }

    String render() {
        StringBuilder text = new StringBuilder();
        if (groups.stream().anyMatch(group -> !group.isEmpty())) {
            text.append(groupLine()).append('\n');
        }
        line(rows.getFirst(), text);
        text.append(INDENT)
                .append("─".repeat(widthWith(0) - INDENT.length() - GAP.length()))
                .append('\n');
        rows.subList(1, rows.size()).forEach(row -> line(row, text));
        return text.toString();
    }

    /** Each group's name above the beginning of its first column. */
    private String groupLine() {
        StringBuilder line = new StringBuilder();
        int start = INDENT.length();
        for (int column = 0; column < groups.size(); column++) {
            String group = groups.get(column);
            if (!group.isEmpty() && (column == 0 || !group.equals(groups.get(column - 1)))) {
                line.append(" ".repeat(Math.max(1, start - line.length()))).append(group);
            }
            start += width(column) + GAP.length();
        }
        return line.toString();
    }

    private void line(List<String> cells, StringBuilder text) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int column = 0; column < cells.size(); column++) {
            String padding = " ".repeat(width(column) - length(cells.get(column)));
            line.append(leftAligned.get(column) ? cells.get(column) + padding : padding + cells.get(column));
            line.append(GAP);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    /** Terminal cells, but for escape sequences. */
    static int length(String cell) {
        String plain = cell.replaceAll("\u001b\\[[0-9;]*m", "");
        return plain.codePointCount(0, plain.length());
    }
}
