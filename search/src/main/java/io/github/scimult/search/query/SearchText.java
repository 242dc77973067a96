package io.github.scimult.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search as it was typed, taken apart. Words rank; {@code "a phrase"}, {@code field:value} and {@code field:"values"} are demanded;
 * {@code NOT} or {@code -} before a word, a phrase or a field excludes. What is none of these is text: a quotation mark without a
 * partner, {@code AND} or {@code NOT} at the end, a field that there is none of, a year that is no year.
 *
 * @param words what ranks, among it the words of phrases and titles
 * @param clauses what is demanded or excluded
 */
public record SearchText(String words, List<QueryClause> clauses) {
    /** What is longer was not typed, and quotation marks in it are the text's own. */
    private static final int MAX_TYPED = 1_000;

    private static final String QUOTE = "[\"“”„]";
    private static final Pattern PART = Pattern.compile("(?:(?<not>NOT\\s+)|(?<minus>[-−](?=[\\p{L}\"“„])))?"
            + "(?:(?<field>\\p{L}++):(?=\\S))?"
            + "(?:" + QUOTE + "(?<phrase>[^\"“”„]++)" + QUOTE + "(?!\\p{L})"
            + "|(?<range>\\[\\d*\\s+TO\\s+\\d*])|(?<word>\\S+))");

    public SearchText {
        clauses = List.copyOf(clauses);
    }

    /** Takes a search apart; every text is one. */
    public static SearchText parse(String typed) {
        if (typed.length() > MAX_TYPED) {
            return new SearchText(typed, List.of());
        }
        List<String> words = new ArrayList<>();
        List<QueryClause> clauses = new ArrayList<>();
        Matcher part = PART.matcher(typed);
        while (part.find()) {
            Optional<QueryClause> clause = clause(part);
            clause.ifPresent(clauses::add);
            if (clause.isEmpty()) {
                // A colon between letters would make one word of both.
                words.add(
                        part.group("field") == null
                                ? part.group()
                                : part.group().replaceFirst(":", " "));
            } else if (clause.get().isTopic()) {
                words.add(clause.get().value());
            }
        }
        return new SearchText(String.join(" ", words), clauses);
    }

    /** The same, with some demands as words only. */
    public SearchText without(List<QueryClause> clausesNotDemanded) {
        return new SearchText(
                words,
                clauses.stream()
                        .filter(clause -> !clausesNotDemanded.contains(clause))
                        .toList());
    }

    /** Empty for a mere word. */
    private static Optional<QueryClause> clause(Matcher part) {
        boolean negated = part.group("not") != null || part.group("minus") != null;
        boolean quoted = part.group("phrase") != null;
        String value = quoted
                ? part.group("phrase").strip()
                : part.group("range") != null ? part.group("range") : part.group("word");
        QueryField field = QueryField.ANYWHERE;
        if (part.group("field") != null) {
            Optional<QueryField> named = QueryField.named(part.group("field"));
            if (named.isEmpty()) {
                return Optional.empty();
            }
            field = named.get();
        }
        boolean isDemand = negated || quoted || field != QueryField.ANYWHERE;
        boolean isSound = field != QueryField.YEAR || YearRange.parse(value).isPresent();
        return isDemand && isSound && hasLetterOrDigit(value) && (quoted || !value.matches(QUOTE + ".*"))
                ? Optional.of(new QueryClause(field, value, quoted, negated))
                : Optional.empty();
    }

    private static boolean hasLetterOrDigit(String value) {
        return value.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
