package io.github.scimult.evaluation.trec;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Judgements as TREC writes them. One judgement a line, four fields separated by spaces or tabs:
 *
 * <pre>query-id  iteration  document-id  grade</pre>
 *
 * The iteration is ignored; the grade is a whole number, and may be negative.
 *
 * @param grades by query and document, both in the file's order
 */
public record TrecQrels(Map<String, Map<String, Integer>> grades) {
    public TrecQrels {
        Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
        grades.forEach((query, judged) -> copy.put(query, Collections.unmodifiableMap(new LinkedHashMap<>(judged))));
        grades = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a file.
     *
     * @throws BadDataException if a line has other than four fields, a grade is no whole number, or a document is judged
     *     twice for a query
     */
    public static TrecQrels read(Path file) throws IOException {
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        TrecLines.read(file, "query-id iteration document-id grade", line -> {
            Map<String, Integer> judged = grades.computeIfAbsent(line.field(0), query -> new LinkedHashMap<>());
            if (judged.put(line.field(2), grade(line)) != null) {
                throw line.bad("the document '" + line.field(2) + "' is judged a second time for the query '"
                        + line.field(0) + "'; keep one of the two lines");
            }
        });
        return new TrecQrels(grades);
    }

    /** Writes the judgements, iteration 0. */
    public void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        grades.forEach((query, judged) -> judged.forEach((document, grade) -> text.append(TrecLines.field(query))
                .append(" 0 ")
                .append(TrecLines.field(document))
                .append(" ")
                .append(grade)
                .append("\n")));
        AtomicFile.writeText(file, text.toString());
    }

    private static int grade(TrecLines.Line line) {
        try {
            return Integer.parseInt(line.field(3));
        } catch (NumberFormatException _) {
            throw line.bad("the grade '" + line.field(3) + "' is no whole number");
        }
    }
}
