package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RIS: lines {@code TAG  - value}, a record from {@code TY} to {@code ER}; a line without a tag continues the one before. A
 * record without its begin or end is read all the same, and lines between records are passed over, each with a remark.
 */
final class RisReader {
    private static final Pattern STRICT = Pattern.compile("([A-Z][A-Z0-9])  -(?: (.*)|(\\S.*))?");

    /** For files in which not even TY has two spaces behind it. */
    private static final Pattern LOOSE = Pattern.compile("\\s*([A-Z][A-Z0-9])\\s{0,4}-\\s*(.*)()");

    private static final Pattern BEGIN = Pattern.compile("(?m)^TY  -");
    private static final Pattern END = Pattern.compile("\\s*E[RF]\\s*-?\\s*"); // EF ends a file of Web of Science
    private static final Pattern OTHER_FORMAT = Pattern.compile(
            "\\A\\s*(?:(FN (?:Thomson|Clarivate|ISI)|PT [A-Z]\\n)|(%0 )|(PMID\\s*- ?\\d)|(@\\w+\\s*\\{)|(<))");

    private final CitationList.Builder list = new CitationList.Builder();
    private final Pattern tagged;
    private TaggedRecord record;
    private boolean saidBetween;

    private RisReader(Pattern tagged) {
        this.tagged = tagged;
    }

    static CitationList read(String text) {
        RisReader reader = new RisReader(BEGIN.matcher(text).find() ? STRICT : LOOSE);
        Matcher other = OTHER_FORMAT.matcher(text);
        if (other.lookingAt()) {
            reader.list.add(Remark.lost(1, "this is no RIS. " + advice(other)));
            return reader.list.build();
        }
        long number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            reader.line(line.stripTrailing(), ++number);
        }
        if (reader.record != null) {
            reader.list.add(Remark.note(number, "the last record has no end, 'ER  -'; is the file cut off?"));
            reader.end();
        }
        return reader.list.build();
    }

    private static String advice(Matcher other) {
        if (other.group(1) != null) {
            return "It looks like Web of Science's own format: export as RIS or BibTeX instead.";
        }
        if (other.group(2) != null) {
            return "It looks like EndNote's own format: export as RIS or BibTeX instead.";
        }
        return other.group(3) != null
                ? "It looks like PubMed's format: name the file *.nbib."
                : "It looks like " + (other.group(4) != null ? "BibTeX: name the file *.bib." : "XML or HTML.");
    }

    private void line(String line, long number) {
        if (END.matcher(line).matches()) {
            if (record != null) {
                end();
            }
            return;
        }
        Matcher tag = tagged.matcher(line);
        if (!tag.matches()) {
            untagged(line, number);
            return;
        }
        if (tag.group(1).equals("TY")) {
            begin(number);
        } else if (record == null) {
            list.add(Remark.note(
                    number, "a record begins with 'TY  -', not with '" + tag.group(1) + "'; read all the same"));
            record = new TaggedRecord(number);
        }
        String value = tag.group(2) == null ? tag.group(3) : tag.group(2);
        record.add(tag.group(1), value == null ? "" : value.strip());
    }

    private void begin(long number) {
        if (record != null) {
            list.add(Remark.note(number, "the record before this line has no end, 'ER  -'; read all the same"));
            end();
        }
        record = new TaggedRecord(number);
    }

    private void untagged(String line, long number) {
        boolean belongs = line.isBlank() || (record != null && record.extend(line.strip()));
        if (!belongs && !saidBetween) {
            list.add(Remark.note(
                    number,
                    "this line belongs to no record and has no tag such as 'TI  - '; such lines are passed over"));
            saidBetween = true;
        }
    }

    private void end() {
        Paper paper = new Paper(
                record.first("ID", "DO", "AN"),
                record.first("TI", "T1", "CT", "BT", "ST"),
                record.first("AB", "N2"),
                metadata());
        List<String> keywords = record.raw("KW").stream()
                .flatMap(value -> Keywords.lines(value).stream())
                .distinct()
                .toList();
        list.add(new Citation(paper, keywords, record.line()));
        record = null;
    }

    private PaperMetadata metadata() {
        Map<String, Object> other = new LinkedHashMap<>();
        CitationFields.put(other, CitationFields.TYPE, record.first("TY"));
        CitationFields.put(other, CitationFields.DOI, Doi.bare(record.first("DO", "DI")));
        CitationFields.put(other, CitationFields.URL, record.first("UR", "L2", "LK"));
        CitationFields.put(other, CitationFields.LANGUAGE, record.first("LA"));
        List<String> authors = record.all("AU", "A1");
        return new PaperMetadata(
                PublicationYear.of(record.first("PY", "Y1", "DA")),
                record.first("JO", "JF", "T2", "BT", "JA", "J2", "PB"),
                authors.size() == 1 ? PersonNames.ofSemicolons(authors.getFirst()) : authors,
                List.of(),
                other);
    }
}
