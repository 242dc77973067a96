package io.github.scimult.exchange.pubmed;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.exchange.source.SourceReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of PubMed's: baseline, daily updates, or what a search exports. It is read twice: first the number and version of each
 * record, then the newest of each alone. Nothing outside the file is loaded.
 */
public final class PubmedFile {
    private static final Pattern PMID =
            Pattern.compile("<PMID(?:\\s+Version\\s*=\\s*[\"'](\\d{1,6})[\"'])?[^>]{0,100}>\\s*(\\d{1,12})\\s*</PMID>");

    private final Path file;
    private final Map<String, Newest> newest = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<Long> unreadable = new HashSet<>(); // places of newer versions

    /** The place in the file of a record's newest version. */
    private record Newest(long place, int version) {}

    /** Takes what stands in a file. */
    public interface Visitor {
        /** A record in its newest version. */
        void record(long line, PubmedRecord record) throws IOException;

        /** A record that cannot be read, and why. */
        void bad(long line, String message) throws IOException;

        /** A record of which the same file has a newer version, or which it deletes. */
        void replaced(String pmid);

        /** Something odd in a record that was read all the same. */
        void note(long line, String message) throws IOException;
    }

    private PubmedFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @return the numbers of records that it says are deleted, in this and earlier files
     * @throws BadDataException if it is packed and damaged, or no file of PubMed's
     */
    public static Set<String> read(Path file, Visitor visitor) throws IOException {
        PubmedFile reading = new PubmedFile(file);
        try {
            reading.findNewest();
            reading.visit(visitor);
        } catch (IOException failure) {
            throw Compression.damage(file, failure).orElseThrow(() -> failure);
        }
        return reading.deleted;
    }

    private void findNewest() throws IOException {
        try (Reader reader = SourceReader.open(file)) {
            XmlFragments fragments = new XmlFragments(reader);
            long place = 0;
            for (XmlFragments.Fragment next = fragments.next(); next != null; next = fragments.next()) {
                note(next, place++);
            }
            if (place == 0) {
                throw BadDataException.in(
                        file, "there is no record of PubMed in it, neither PubmedArticle nor MedlineCitation");
            }
        }
    }

    private void note(XmlFragments.Fragment fragment, long place) {
        Matcher pmid = PMID.matcher(fragment.text());
        if (fragment.kind().startsWith("Delete")) {
            while (pmid.find()) {
                deleted.add(pmid.group(2));
                newest.remove(pmid.group(2));
            }
        } else if (pmid.find()) {
            if (newest.containsKey(pmid.group(2)) && !isReadable(fragment)) {
                unreadable.add(place); // what is damaged replaces nothing
                return;
            }
            Newest here = new Newest(place, pmid.group(1) == null ? 1 : Integer.parseInt(pmid.group(1)));
            newest.merge(pmid.group(2), here, (first, second) -> second.version() >= first.version() ? second : first);
        }
    }

    private static boolean isReadable(XmlFragments.Fragment fragment) {
        try {
            XmlReading.read(fragment.text());
            return true;
        } catch (XmlReading.Malformed damaged) {
            return false;
        }
    }

    private void visit(Visitor visitor) throws IOException {
        try (Reader reader = SourceReader.open(file)) {
            XmlFragments fragments = new XmlFragments(reader);
            long place = 0;
            for (XmlFragments.Fragment next = fragments.next(); next != null; next = fragments.next()) {
                visit(next, place++, visitor);
            }
        }
    }

    private void visit(XmlFragments.Fragment fragment, long place, Visitor visitor) throws IOException {
        if (fragment.kind().isEmpty()) {
            visitor.bad(fragment.line(), "a record begins here whose end, or whose own begin, is missing");
            return;
        }
        if (fragment.kind().startsWith("Delete")) {
            return;
        }
        Matcher found = PMID.matcher(fragment.text());
        String pmid = found.find() ? found.group(2) : "";
        boolean isNewest = newest.containsKey(pmid) && newest.get(pmid).place() == place;
        if (!pmid.isEmpty() && !isNewest && !unreadable.contains(place)) {
            visitor.replaced(pmid);
            return;
        }
        try {
            PubmedRecord record = PubmedCitation.record(XmlReading.read(fragment.text()));
            if (fragment.text().indexOf('\uFFFD') >= 0) {
                visitor.note(fragment.line(), "the record " + pmid + " has bytes that are not of the file's encoding");
            }
            visitor.record(fragment.line(), record);
        } catch (XmlReading.Malformed wrong) {
            visitor.bad(
                    fragment.line() + wrong.line() - 1,
                    "the record " + (pmid.isEmpty() ? "" : pmid + " ") + "is damaged: " + wrong.getMessage());
        }
    }
}
