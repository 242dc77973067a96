package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads PubMed's and Ovid's tagged format, *.nbib: lines {@code TAG - value}, six blanks before what continues a value, a record
 * from {@code PMID} on. MeSH headings and other terms become keywords.
 */
final class NbibReader {
    private static final String CONTINUED = "      ";
    private static final Pattern TAGGED = Pattern.compile("([A-Z]{2,4}) {0,3}- ?(.*)");
    private static final Pattern OTHER_FORMAT = Pattern.compile("\\A\\s*(?:<|@\\w+\\s*\\{|TY  -|%0 |\\{|\\[)");

    /** An article's number, or its DOI with its kind behind it. */
    private static final Pattern DOI = Pattern.compile("(.*)\\s*\\[doi]");

    private final CitationList.Builder list = new CitationList.Builder();
    private TaggedRecord record;
    private boolean behindBlank = true;

    private NbibReader() {}

    static CitationList read(String text) {
        NbibReader reader = new NbibReader();
        if (OTHER_FORMAT.matcher(text).lookingAt()) {
            reader.list.add(Remark.lost(1, "this is not PubMed's tagged format, whose records begin with 'PMID- '"));
            return reader.list.build();
        }
        long number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            reader.line(line.stripTrailing(), ++number);
        }
        reader.end();
        return reader.list.build();
    }

    private void line(String line, long number) {
        if (line.isBlank()) {
            behindBlank = true;
            return;
        }
        boolean indented = line.startsWith(CONTINUED) || !behindBlank;
        Matcher tag = TAGGED.matcher(indented ? line : line.strip());
        if (tag.matches()) {
            if (begins(tag.group(1), number)) {
                end();
                record = new TaggedRecord(number);
            }
            record.add(tag.group(1), tag.group(2).strip());
        } else {
            untagged(line, number);
        }
        behindBlank = false;
    }

    private boolean begins(String tag, long number) {
        boolean secondTitle =
                record != null && tag.equals("TI") && !record.raw("TI").isEmpty();
        if (secondTitle) {
            list.add(Remark.note(number, "a second title: the 'PMID- ' of a record is missing before it"));
        }
        return secondTitle || tag.equals("PMID") || behindBlank || record == null;
    }

    /** What continues a value is indented; without a blank line before it need not be. */
    private void untagged(String line, long number) {
        boolean continues = !behindBlank || Character.isWhitespace(line.charAt(0));
        if (!continues) {
            end();
        }
        if (record == null || !record.extend(line.strip())) {
            list.add(Remark.note(number, "this line belongs to no record; passed over"));
        }
    }

    private void end() {
        if (record == null) {
            return;
        }
        String id = record.first("PMID");
        if (id.isEmpty()) {
            list.add(Remark.note(record.line(), "this record has no PMID"));
        }
        list.add(new Citation(
                new Paper(id.isEmpty() ? doi() : id, title(), record.first("AB"), metadata()),
                keywords(),
                record.line()));
        record = null;
    }

    private String title() {
        String title = record.first("TI", "BTI", "CTI");
        String vernacular = record.first("TT");
        return title.matches("\\[?Not Available\\]?\\.?|\\[?Not available\\]?\\.?") && !vernacular.isEmpty()
                ? vernacular
                : title;
    }

    private String doi() {
        for (String id : record.all("LID", "AID")) {
            Matcher doi = DOI.matcher(id);
            if (doi.matches()) {
                return doi.group(1).strip();
            }
        }
        return "";
    }

    private List<String> keywords() {
        List<String> keywords = new ArrayList<>();
        for (String heading : record.all("MH")) {
            keywords.add(descriptor(heading));
        }
        keywords.addAll(record.all("OT"));
        return keywords.stream()
                .map(keyword -> keyword.startsWith("*") ? keyword.substring(1) : keyword)
                .filter(keyword -> !keyword.isBlank())
                .distinct()
                .toList();
    }

    /** The descriptor without its qualifiers and the star of a major topic: {@code *Sleep/genetics} is Sleep. */
    private static String descriptor(String heading) {
        int slash = heading.indexOf('/');
        return (slash < 0 ? heading : heading.substring(0, slash)).strip();
    }

    private PaperMetadata metadata() {
        List<String> authors = new ArrayList<>(record.all("FAU"));
        if (authors.isEmpty()) {
            authors.addAll(record.all("AU"));
        }
        authors.addAll(record.all("CN"));
        Map<String, Object> other = new LinkedHashMap<>();
        CitationFields.put(other, CitationFields.DOI, doi());
        CitationFields.put(other, CitationFields.LANGUAGE, record.first("LA"));
        return new PaperMetadata(
                PublicationYear.of(record.first("DP", "DEP", "EDAT")),
                record.first("JT", "TA", "BTI"),
                authors,
                List.of(),
                other);
    }
}
