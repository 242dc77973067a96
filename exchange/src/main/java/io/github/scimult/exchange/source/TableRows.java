package io.github.scimult.exchange.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of comma-separated values, as RFC 4180 has them: fields in quotes may hold separators and line ends. */
public final class TableRows {
    private final String text;
    private final char separator;
    private int at;
    private long line = 1;

    /**
     * A row.
     *
     * @param line where it begins, from 1
     * @param fields of the row; empty if a quote in it is not closed
     */
    public record Row(long line, List<String> fields) {
        /** What is wrong with the row below so many names; empty if nothing is. */
        public Optional<String> defect(int names) {
            if (fields.size() == names) {
                return Optional.empty();
            }
            return Optional.of(
                    fields.isEmpty()
                            ? "a quote in this row is not closed"
                            : fields.size() + " fields instead of " + names + ", as the first line has");
        }
    }

    /** The rows of a text; what separates fields is seen by its first line. */
    public TableRows(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /** The one of tab, semicolon and comma that the first line has most of. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {'\t', ';'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    /** The next row as names of columns, in lower case; none if there is no row. */
    public List<String> names() {
        return next().map(Row::fields).orElse(List.of()).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The next row that is not blank. */
    public Optional<Row> next() {
        while (at < text.length() && text.charAt(at) == '\n') {
            at++;
            line++;
        }
        if (at >= text.length()) {
            return Optional.empty();
        }
        int begin = at;
        long firstLine = line;
        List<String> fields = new ArrayList<>();
        while (true) {
            String field = field();
            if (field == null) {
                resumeBehindLine(begin, firstLine);
                return Optional.of(new Row(firstLine, List.of()));
            }
            fields.add(field);
            if (at >= text.length() || text.charAt(at) == '\n') {
                return Optional.of(new Row(firstLine, fields));
            }
            at++;
        }
    }

    /** A row whose quote is not closed costs its own line alone. */
    private void resumeBehindLine(int begin, long firstLine) {
        int end = text.indexOf('\n', begin);
        at = end < 0 ? text.length() : end;
        line = firstLine;
    }

    /** The field here, up to a separator or line end; null if its quote is not closed. */
    private String field() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int begin = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        int limit = Math.min(text.length(), at + (16 << 20));
        for (int i = at + 1; i < limit; i++) {
            char character = text.charAt(i);
            boolean doubled = character == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                field.append('"');
                i++;
            } else if (character == '"' && endsField(i + 1)) {
                at = i + 1;
                return field.toString();
            } else {
                line += character == '\n' ? 1 : 0;
                field.append(character);
            }
        }
        return null;
    }

    private boolean endsField(int behind) {
        return behind >= text.length() || text.charAt(behind) == separator || text.charAt(behind) == '\n';
    }
}
