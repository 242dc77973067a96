package io.github.scimult.exchange.pubmed;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements of a large XML file that hold a record each, as texts. They are found by their tags alone, so that one whose XML is
 * damaged ends where the next one begins.
 */
final class XmlFragments {
    /** No citation comes near it; what is larger is not held. */
    private static final int MAX_CHARACTERS = 16 << 20;

    /** What begins as a comment and is longer has lost its end. */
    private static final int MAX_COMMENT = 1 << 18;

    private static final int READ_CHARACTERS = 1 << 16;

    /** Longer than any start tag, which must not be cut in two by what has been read so far. */
    private static final int TAG_CHARACTERS = 64;

    private static final String NAMES = "PubmedArticle|PubmedBookArticle|MedlineCitation|DeleteCitation|DeleteDocument";
    private static final Pattern START = Pattern.compile("<(" + NAMES + ")(?=[\\s>/])|<!--");
    private static final Pattern PMID = Pattern.compile("<PMID[\\s>]");

    private final Reader reader;
    private final char[] chunk = new char[READ_CHARACTERS];
    private final StringBuilder buffer = new StringBuilder();
    private long line = 1;
    private boolean ended;

    /**
     * A piece of the file.
     *
     * @param kind the element's name; empty for what stands between records and looks like one
     * @param text of the element
     * @param line where it begins, from 1
     */
    record Fragment(String kind, String text, long line) {}

    XmlFragments(Reader reader) {
        this.reader = reader;
    }

    /** The next piece; null behind the last. */
    Fragment next() throws IOException {
        while (true) {
            Fragment between = toNextStart();
            if (between != null) {
                return between;
            }
            if (buffer.isEmpty()) {
                return null;
            }
            Fragment whole = whole();
            if (whole != null) {
                return whole;
            }
            drop(1); // no end: what is within may have one
        }
    }

    /** Drops all before the next start tag; returns what was dropped if it is the remains of a record. */
    private Fragment toNextStart() throws IOException {
        long from = line;
        boolean remains = false;
        while (true) {
            Matcher start = START.matcher(buffer);
            boolean found = start.find();
            if (found && start.group().equals("<!--")) {
                remains |= drop(start.start());
                skipComment();
                continue;
            }
            int keep = found || ended ? 0 : Math.min(TAG_CHARACTERS, buffer.length());
            remains |= drop(found ? start.start() : buffer.length() - keep);
            if (found || !more()) {
                remains |= !found && drop(buffer.length());
                return remains ? new Fragment("", "", from) : null;
            }
        }
    }

    private void skipComment() throws IOException {
        int end = buffer.indexOf("-->");
        while (end < 0 && buffer.length() < MAX_COMMENT && more()) {
            end = buffer.indexOf("-->");
        }
        drop(end < 0 || end > MAX_COMMENT ? "<!--".length() : end + "-->".length());
    }

    /** The element at the front, if it ends before the next one of its kind begins. */
    private Fragment whole() throws IOException {
        Matcher start = START.matcher(buffer);
        start.lookingAt();
        String kind = start.group(1);
        String end = "</" + kind + ">";
        int searched = 1;
        while (true) {
            int at = buffer.indexOf(end, searched);
            int next = nextRecord(kind, searched, at < 0 ? buffer.length() : at);
            if (next >= 0) {
                return null;
            }
            if (at >= 0) {
                Fragment fragment = new Fragment(kind, buffer.substring(0, at + end.length()), line);
                drop(at + end.length());
                return fragment;
            }
            searched = Math.max(1, buffer.length() - TAG_CHARACTERS);
            if (buffer.length() > MAX_CHARACTERS || !more()) {
                return null;
            }
        }
    }

    /** Where another record begins; a citation within its article is none. */
    private int nextRecord(String kind, int from, int to) {
        Matcher start = START.matcher(buffer).region(from, to);
        start.useTransparentBounds(true);
        while (start.find()) {
            String other = start.group(1);
            boolean within = other == null || (other.equals("MedlineCitation") && kind.equals("PubmedArticle"));
            if (!within) {
                return start.start();
            }
        }
        return -1;
    }

    /** Drops characters from the front and counts their lines; whether a record's number was among them. */
    private boolean drop(int characters) {
        boolean hasNumber = PMID.matcher(buffer).region(0, characters).find();
        for (int i = 0; i < characters; i++) {
            char character = buffer.charAt(i);
            boolean isEnd = character == '\n'
                    || (character == '\r' && (i + 1 >= buffer.length() || buffer.charAt(i + 1) != '\n'));
            line += isEnd ? 1 : 0;
        }
        buffer.delete(0, characters);
        return hasNumber;
    }

    private boolean more() throws IOException {
        int read = reader.read(chunk);
        if (read < 0) {
            ended = true;
            return false;
        }
        buffer.append(chunk, 0, read);
        return true;
    }
}
