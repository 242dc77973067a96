package io.github.scimult.exchange.vocabulary;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.exchange.source.SourceText;
import io.github.scimult.exchange.source.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Vocabularies as tables: {@code uri}, {@code label_en}, {@code label_fi}, {@code notation} below a line of names, or {@code <uri>},
 * label and notation between tabs without one.
 */
public final class VocabularyTable {
    private static final String LABEL = "label_";
    private static final Pattern URI = Pattern.compile("<[^<>\\s]+>|[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"]+");

    private VocabularyTable() {}

    /** Whether a table's line of names is that of a vocabulary. */
    public static boolean isHead(List<String> names) {
        return names.contains("uri") && names.stream().anyMatch(name -> name.startsWith(LABEL));
    }

    /** Whether a line without names above begins with a URI, as in a vocabulary, and not with a text, as in a corpus. */
    public static boolean isLine(String line) {
        return URI.matcher(line.split("\t", 2)[0].strip()).matches();
    }

    /** A URI without the angle brackets that it may stand in. */
    public static String bare(String uri) {
        String stripped = uri.strip();
        boolean bracketed = stripped.startsWith("<") && stripped.endsWith(">");
        return bracketed ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    static void read(Path file, Concepts into, Concepts.Bad bad) throws IOException {
        String text = SourceText.read(file).text();
        Optional<String> first = text.lines().filter(line -> !line.isBlank()).findFirst();
        if (first.isEmpty()) {
            throw BadDataException.in(file, "this vocabulary is empty");
        }
        if (isLine(first.get())) {
            lines(text, into, bad);
        } else {
            rows(file, new TableRows(text), into, bad);
        }
    }

    private static void lines(String text, Concepts into, Concepts.Bad bad) throws IOException {
        long number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String[] fields = line.strip().split("\t", 3);
            if (line.isBlank()) {
                continue;
            }
            if (!isLine(line.strip())) {
                bad.say(number, "a line of a vocabulary begins with a URI, and this one with '" + fields[0] + "'");
                continue;
            }
            Concept concept = concept(fields[0], into);
            name(concept, "", fields.length > 1 ? fields[1] : "");
            concept.notation = fields.length > 2 ? fields[2].strip() : concept.notation;
        }
    }

    private static void rows(Path file, TableRows rows, Concepts into, Concepts.Bad bad) throws IOException {
        List<String> names = rows.names();
        if (!isHead(names)) {
            throw BadDataException.in(
                    file,
                    1,
                    "this is no vocabulary: the first line names the columns uri, label_en (or another language) and perhaps notation,"
                            + " or every line is a URI, a label and perhaps a notation between tabs");
        }
        for (Optional<TableRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            Optional<String> defect = row.get().defect(names.size());
            if (defect.isPresent()) {
                bad.say(row.get().line(), defect.get());
            } else {
                row(names, row.get().fields(), into);
            }
        }
    }

    private static void row(List<String> names, List<String> fields, Concepts into) {
        Concept concept = concept(fields.get(names.indexOf("uri")), into);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(LABEL)) {
                name(concept, names.get(i).substring(LABEL.length()), fields.get(i));
            } else if (names.get(i).equals("notation")) {
                concept.notation = fields.get(i).strip();
            }
        }
    }

    private static Concept concept(String uri, Concepts into) {
        Concept concept = into.of(bare(uri));
        concept.isConcept = true;
        return concept;
    }

    private static void name(Concept concept, String language, String text) {
        if (!text.isBlank()) {
            concept.names.add(new LanguageText(language, text.strip()));
        }
    }
}
