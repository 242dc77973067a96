package io.github.scimult.core.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as readers see them: publishers' titles and abstracts come with inline tags of HTML, JATS and MathML and with character
 * references, sometimes encoded twice. Tags are known by name, so {@code p < 0.05} and {@code a <b c> d} stay as they are.
 */
public final class PlainText {
    private static final Pattern SHOWS = Pattern.compile("[^\\s\\p{Z}\\p{C}]");

    /** A text that was encoded more often than this was not encoded by a program. */
    private static final int MAX_ROUNDS = 4;

    /** In place of these a space stands, as they part what surrounds them. */
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "br",
            "div",
            "li",
            "ul",
            "ol",
            "hr",
            "tr",
            "td",
            "th",
            "table",
            "tbody",
            "thead",
            "sec",
            "title",
            "label",
            "list",
            "list-item",
            "abstract",
            "blockquote",
            "disp-formula",
            "break",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private static final Set<String> INLINE = Set.of(
            "i",
            "b",
            "u",
            "s",
            "em",
            "strong",
            "sub",
            "sup",
            "inf",
            "sc",
            "scp",
            "tt",
            "small",
            "big",
            "span",
            "font",
            "code",
            "a",
            "italic",
            "bold",
            "underline",
            "overline",
            "roman",
            "sans-serif",
            "monospace",
            "strike",
            "del",
            "ins",
            "mark",
            "cite",
            "q",
            "abbr",
            "nobr",
            "wbr",
            "xref",
            "ext-link",
            "uri",
            "email",
            "styled-content",
            "named-content",
            "inline-formula",
            "alternatives",
            "tex-math",
            "math",
            "mi",
            "mn",
            "mo",
            "mrow",
            "msub",
            "msup",
            "msubsup",
            "mfrac",
            "msqrt",
            "mroot",
            "mtext",
            "mspace",
            "mover",
            "munder",
            "munderover",
            "mstyle",
            "mfenced",
            "mtable",
            "mtr",
            "mtd",
            "mpadded",
            "mphantom",
            "menclose",
            "mprescripts",
            "mmultiscripts",
            "none",
            "semantics",
            "annotation",
            "annotation-xml",
            "inline-graphic",
            "graphic");

    /** These need no partner. */
    private static final Set<String> ALONE =
            Set.of("p", "br", "hr", "li", "wbr", "none", "mspace", "mprescripts", "inline-graphic", "graphic", "break");

    private static final Set<String> PREFIXES = Set.of("mml", "jats", "m", "xhtml", "html", "ns0", "ns1", "ns2");
    private static final Pattern TAG = Pattern.compile(
            "<(/?)(?:([A-Za-z][A-Za-z0-9]{0,9}):)?([A-Za-z][A-Za-z0-9-]{0,19})(\\s[^<>]{0,2000})?(/?)>");
    private static final Pattern ANNOTATION =
            Pattern.compile("<((?:\\w{1,10}:)?annotation(?:-xml)?)\\b[^<>]{0,2000}>[^<]*</\\1>");
    private static final Pattern TEX_MATH = Pattern.compile("<((?:\\w{1,10}:)?tex-math)\\b[^<>]{0,2000}>([^<]*)</\\1>");
    private static final Pattern COMMENT = Pattern.compile("<!--[^<>]{0,5000}-->|<!\\[CDATA\\[|\\]\\]>");

    private PlainText() {}

    /** Whether a text shows nothing: it is empty, or of blanks, zero-width and private-use characters and the like alone. */
    public static boolean showsNothing(String text) {
        return !SHOWS.matcher(text).find();
    }

    /** The text without tags and references; one without any is returned as it is. */
    public static String of(String text) {
        String before = "";
        String plain = text;
        for (int round = 0; round < MAX_ROUNDS && !plain.equals(before) && mayHoldMarkup(plain); round++) {
            before = plain;
            plain = CharacterReferences.decoded(withoutTags(plain));
        }
        return plain.equals(text) ? text : singleSpaced(plain);
    }

    /** Blanks, line ends and no-break spaces in a row become one space; none stands at either end. */
    public static String singleSpaced(String text) {
        return text.replaceAll("[\\s\\p{Z}\\u0000-\\u001f]+", " ").strip();
    }

    private static boolean mayHoldMarkup(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    }

    private static String withoutTags(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        String lean = ANNOTATION.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
        lean = TEX_MATH.matcher(lean).replaceAll(found -> Matcher.quoteReplacement(formula(found)));
        Ends ends = Ends.of(lean);
        return TAG.matcher(lean).replaceAll(found -> Matcher.quoteReplacement(replacement(found, ends)));
    }

    /** Where each kind of tag first begins and last ends in a text: what has no other end is no tag, as in "a&lt;b&gt;c". */
    private record Ends(Map<String, Integer> firstStart, Map<String, Integer> lastEnd) {
        static Ends of(String text) {
            Ends ends = new Ends(new HashMap<>(), new HashMap<>());
            Matcher tags = TAG.matcher(text);
            while (tags.find()) {
                if (tags.group(1).isEmpty()) {
                    ends.firstStart.putIfAbsent(qualified(tags), tags.start());
                } else {
                    ends.lastEnd.put(qualified(tags), tags.start());
                }
            }
            return ends;
        }

        boolean hasPartner(MatchResult tag) {
            return tag.group(1).isEmpty()
                    ? lastEnd.getOrDefault(qualified(tag), -1) > tag.start()
                    : firstStart.getOrDefault(qualified(tag), Integer.MAX_VALUE) < tag.start();
        }

        private static String qualified(MatchResult tag) {
            return (tag.group(2) + ":" + tag.group(3)).toLowerCase(Locale.ROOT);
        }
    }

    /** What a LaTeX document of one formula has between its begin and its end. */
    private static String formula(MatchResult document) {
        String latex = document.group(2);
        int begin = latex.indexOf("\\begin{document}");
        int end = latex.indexOf("\\end{document}");
        String body = begin >= 0 && end > begin ? latex.substring(begin + "\\begin{document}".length(), end) : latex;
        return body.strip().replace("$$", "$");
    }

    private static String replacement(MatchResult tag, Ends ends) {
        String prefix = tag.group(2) == null ? "" : tag.group(2).toLowerCase(Locale.ROOT);
        String name = tag.group(3).toLowerCase(Locale.ROOT);
        boolean known = prefix.isEmpty() ? BLOCKS.contains(name) || INLINE.contains(name) : PREFIXES.contains(prefix);
        boolean closed =
                !tag.group(5).isEmpty() || (tag.group(4) != null && tag.group(4).endsWith("/"));
        if (!known || !(closed || ALONE.contains(name) || ends.hasPartner(tag))) {
            return tag.group();
        }
        return BLOCKS.contains(name) ? " " : "";
    }
}
