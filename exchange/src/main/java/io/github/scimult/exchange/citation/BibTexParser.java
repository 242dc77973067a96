package io.github.scimult.exchange.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entries of a BibTeX text, by the rules of BibTeX where it keeps them, and with the least loss where it does not: an entry that
 * cannot be read costs no other, as reading resumes at the next one.
 */
final class BibTexParser {
    private static final Pattern ENTRY = Pattern.compile("@\\s*([A-Za-z]+)\\s*([{(])");

    /** What is left of an entry whose at sign or whose beginning is missing. */
    private static final Pattern REMAINS = Pattern.compile(
            "(?m)^[ \\t]*(?:(?:article|inproceedings|incollection|book|misc|phdthesis|techreport|online)[ \\t]*\\{[^\\n{}\"=]*,"
                    + "|,?[ \\t]*(?:title|author|year|abstract|journal|booktitle)[ \\t]*=)",
            Pattern.CASE_INSENSITIVE);

    /** Characters that were read in vain, some of them again and again, as in a file of nothing but beginnings. */
    private static final long MAX_WASTED = 1L << 28;

    private final String text;
    private final BibTexScanner scanner;
    private final LineNumbers lines;
    private final Map<String, String> strings = new HashMap<>();
    private final List<BibTexEntry> entries = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private long wasted;
    private boolean broken; // the last entry, so that what follows is what is left of it

    /** What stands in a text. */
    record Parsed(List<BibTexEntry> entries, List<Remark> remarks) {}

    private BibTexParser(String text) {
        this.text = text;
        this.scanner = new BibTexScanner(text);
        this.lines = new LineNumbers(text);
        for (String month : "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")) {
            strings.put(month, month);
        }
    }

    static Parsed parse(String text) {
        BibTexParser parser = new BibTexParser(text);
        parser.entries();
        return new Parsed(List.copyOf(parser.entries), List.copyOf(parser.remarks));
    }

    private void entries() {
        Matcher entry = ENTRY.matcher(text);
        int behind = 0;
        while (entry.find(behind)) {
            between(behind, entry.start());
            behind = entry(entry);
            if (wasted > MAX_WASTED) {
                remarks.add(Remark.lost(lines.of(behind), "from here on this is no BibTeX"));
                return;
            }
        }
        between(behind, text.length());
    }

    /** Text between entries is a comment, unless an entry with a mistake hides in it. */
    private void between(int from, int to) {
        Matcher remains = REMAINS.matcher(text).region(from, to);
        boolean remainsOfBroken = broken;
        broken = false;
        if (!remainsOfBroken && remains.find()) {
            remarks.add(Remark.lost(
                    lines.of(remains.end() - 1),
                    "this belongs to no entry: an '@' or a bracket before it is missing, or there is one too many"));
        }
    }

    /** Reads an entry; returns where to look for the next one. */
    private int entry(Matcher start) {
        String type = start.group(1).toLowerCase(Locale.ROOT);
        boolean isRecord = !List.of("comment", "preamble", "string").contains(type);
        try {
            return body(type, start, false);
        } catch (BibTexScanner.Broken _) {
            // The second attempt tells what is wrong.
        }
        try {
            return body(type, start, true);
        } catch (BibTexScanner.Broken wrong) {
            if (isRecord) {
                remarks.add(Remark.lost(
                        lines.of(start.start()),
                        "the entry " + nameOf(start) + "cannot be read: " + wrong.getMessage()));
            } else if (!type.equals("comment")) {
                remarks.add(
                        Remark.note(lines.of(start.start()), "@" + type + " cannot be read: " + wrong.getMessage()));
            }
            broken = true;
            wasted += scanner.limit(start.end()) - start.start();
            return start.end();
        }
    }

    private String nameOf(Matcher start) {
        scanner.moveTo(start.end());
        String key = scanner.until(",\n={}").strip();
        return key.isEmpty() ? "" : "'" + key + "' ";
    }

    private int body(String type, Matcher start, boolean escapes) throws BibTexScanner.Broken {
        char end = start.group(2).equals("(") ? ')' : '}';
        if (type.equals("comment") || type.equals("preamble")) {
            scanner.moveTo(start.end() - 1);
            if (end == '}') {
                scanner.braced(escapes);
            }
            return scanner.at();
        }
        scanner.moveTo(start.end());
        scanner.skipBlanks();
        String key = type.equals("string") || scanner.isAtField()
                ? ""
                : scanner.until(",\n=" + end).strip();
        Map<String, String> fields = fields(end, escapes, lines.of(start.start()));
        if (type.equals("string")) {
            strings.putAll(fields);
        } else {
            entries.add(new BibTexEntry(type, key, fields, lines.of(start.start())));
        }
        return scanner.at();
    }

    private Map<String, String> fields(char end, boolean escapes, long line) throws BibTexScanner.Broken {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> undefined = new ArrayList<>();
        while (true) {
            scanner.skipBlanks();
            while (scanner.take(',')) {
                scanner.skipBlanks();
            }
            if (scanner.take(end)) {
                break;
            }
            String name = scanner.name().toLowerCase(Locale.ROOT);
            scanner.skipBlanks();
            if (name.isEmpty() || !scanner.take('=')) {
                throw new BibTexScanner.Broken(
                        scanner.isAtEnd() || name.startsWith("@")
                                ? "it has no end; a curly bracket or a quote is missing"
                                : "no 'name = value' in line " + lines.of(scanner.at()));
            }
            put(fields, name, value(end, escapes, undefined));
        }
        undefined.forEach(name -> remarks.add(Remark.note(line, "the string '" + name + "' is not defined")));
        return fields;
    }

    /** A doubled field of names or keywords is one list in two parts; of any other the first one counts, as in BibTeX. */
    private static void put(Map<String, String> fields, String name, String value) {
        String joint = name.equals("author") ? " and " : name.equals("keywords") ? ", " : null;
        fields.merge(name, value, (first, second) -> joint == null || first.isBlank() ? first : first + joint + second);
    }

    /** Strings, numbers and names of strings, with number signs between them. */
    private String value(char end, boolean escapes, List<String> undefined) throws BibTexScanner.Broken {
        StringBuilder value = new StringBuilder();
        do {
            scanner.skipBlanks();
            switch (scanner.here()) {
                case '{' -> value.append(scanner.braced(escapes));
                case '"' -> value.append(scanner.quoted());
                case ',' -> value.append("");
                default -> value.append(named(scanner.until(",#\n" + end).strip(), undefined));
            }
            scanner.skipBlanks();
        } while (scanner.take('#'));
        return value.toString();
    }

    private String named(String name, List<String> undefined) throws BibTexScanner.Broken {
        if (name.startsWith("@")) {
            throw new BibTexScanner.Broken("a value is missing");
        }
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            return name;
        }
        String value = strings.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            undefined.add(name);
        }
        return value == null ? name : value;
    }
}
