package io.github.scimult.search.duplicate;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.Sha256;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.analysis.Folding;
import io.github.scimult.search.record.IndexedPaper;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/**
 * What tells whether two records are of one paper, such as a preprint and the article, or one article out of two databases. Titles alone
 * do not: thousands of papers are called "Editorial".
 *
 * @param doi folded; empty if unknown
 * @param title folded words
 * @param text the abstract's folded words
 * @param authors words of the authors' names, folded
 * @param year null if unknown
 */
public record PaperIdentity(String doi, String title, String text, Set<String> authors, Integer year) {
    /** Cosine from which on two texts say the same. */
    private static final double SAME_TEXT = 0.98;

    /** Cosine from which on one text may be a revision of the other. */
    private static final double REVISED_TEXT = 0.85;

    private static final double SHARED_WORDS = 0.8;
    private static final int WORDS_OF_AN_ABSTRACT = 30;
    /** A title of fewer words, such as "Book reviews", is that of many papers. */
    private static final int TELLING_TITLE = 4;

    public static PaperIdentity of(Paper paper) {
        return new PaperIdentity(
                doi(paper.metadata().other()),
                words(paper.title()),
                words(paper.text()),
                names(paper.metadata().authors()),
                paper.metadata().year());
    }

    public static PaperIdentity of(IndexedPaper paper, String doi) {
        return new PaperIdentity(
                doi == null ? "" : doi,
                words(paper.title()),
                words(paper.text()),
                names(paper.authors()),
                paper.year());
    }

    /** Of a text of which nothing else is known: a title, or an abstract where there are more words, or both. */
    public static PaperIdentity of(SegmentedText asked) {
        List<String> segments = asked.segments();
        String first = segments.isEmpty() ? "" : words(segments.getFirst());
        String rest = words(String.join(" ", segments.subList(Math.min(1, segments.size()), segments.size())));
        boolean isAbstract = rest.isEmpty() && first.split(" ").length >= WORDS_OF_AN_ABSTRACT;
        return isAbstract
                ? new PaperIdentity("", "", first, Set.of(), null)
                : new PaperIdentity("", first, rest, Set.of(), null);
    }

    /** Equal for papers of equal title and abstract; empty for one without an abstract, which its title does not tell. */
    public String textKey() {
        return text.isEmpty() ? "" : Sha256.hex(title + "\n" + text).substring(0, 32);
    }

    /** @param cosine of the papers' vectors; asked for only where the rest does not decide */
    public boolean isSameAs(PaperIdentity other, DoubleSupplier cosine) {
        if (!doi.isEmpty() && doi.equals(other.doi)) {
            return true;
        }
        if (isTextAlone() || other.isTextAlone()) {
            return text.equals(other.text);
        }
        boolean sameTitle = !title.isEmpty() && title.equals(other.title);
        boolean otherDoi = !doi.isEmpty() && !other.doi.isEmpty();
        if (text.isEmpty() || other.text.isEmpty()) {
            return sameTitle && !otherDoi && (isTelling() ? agreesWith(other) : isAllTheSame(other));
        }
        if (!sameTitle) {
            return !contradicts(other) && cosine.getAsDouble() >= SAME_TEXT && sharedWords(other) >= SHARED_WORDS;
        }
        if (otherDoi && contradicts(other)) {
            return false;
        }
        double likeness = text.equals(other.text) ? 1 : cosine.getAsDouble();
        return likeness >= SAME_TEXT || (isTelling() && likeness >= REVISED_TEXT && agreesWith(other));
    }

    /** An abstract without its title. */
    private boolean isTextAlone() {
        return title.isEmpty() && !text.isEmpty();
    }

    private boolean isTelling() {
        return title.split(" ").length >= TELLING_TITLE;
    }

    /** Something that is known of both is the same, and nothing is different. */
    private boolean agreesWith(PaperIdentity other) {
        boolean known = (year != null && other.year != null) || sharesAuthor(other);
        return (known || nothingIsKnown() || other.nothingIsKnown()) && !contradicts(other);
    }

    private boolean isAllTheSame(PaperIdentity other) {
        boolean sameYear = year == null ? other.year == null : year.equals(other.year);
        return text.equals(other.text) && sameYear && authors.equals(other.authors);
    }

    private boolean nothingIsKnown() {
        return year == null && authors.isEmpty();
    }

    /** Years more than one apart, or other authors. */
    private boolean contradicts(PaperIdentity other) {
        boolean otherYear = year != null && other.year != null && Math.abs(year - other.year) > 1;
        return otherYear || (!authors.isEmpty() && !other.authors.isEmpty() && !sharesAuthor(other));
    }

    private boolean sharesAuthor(PaperIdentity other) {
        return authors.stream().anyMatch(other.authors::contains);
    }

    /** Of the words of titles and abstracts: how many both have, out of all. */
    private double sharedWords(PaperIdentity other) {
        Set<String> own = new HashSet<>(List.of((title + " " + text).split(" ")));
        Set<String> others = new HashSet<>(List.of((other.title + " " + other.text).split(" ")));
        long shared = own.stream().filter(others::contains).count();
        return (double) shared / (own.size() + others.size() - shared);
    }

    /** Marks that are left tell words apart, as the vowels of Devanagari do. */
    private static String words(String text) {
        return Folding.fold(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ")
                .strip();
    }

    /** Words of names, without initials. */
    private static Set<String> names(List<String> authors) {
        return authors.stream()
                .flatMap(author -> List.of(words(author).split(" ")).stream())
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }

    private static String doi(Map<String, Object> other) {
        for (Map.Entry<String, Object> field : other.entrySet()) {
            if (field.getKey().equalsIgnoreCase("doi") && field.getValue() instanceof String doi) {
                return doi.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^(doi:\\s*)?((https?://)?(dx\\.|www\\.)?doi\\.org/)?", "");
            }
        }
        return "";
    }
}
