package io.github.scimult.core.record;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How well a candidate fits a query: a row of a {@code .tsv} file under {@code qrels/}.
 *
 * @param queryId a paper (classification, link) or a query (search)
 * @param candidateId a label (classification) or a paper (link, search)
 * @param score above 0: relevant, graded; 0 or less: judged and not relevant
 */
public record Judgement(String queryId, String candidateId, int score) {
    /** No grade is written with more characters; longer ones, such as 1e999999999, are not tried. */
    private static final int MAX_CHARACTERS = 32;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]*)?");

    /** A score as files have it: a whole number, also as {@code 1.0} or with blanks around; empty if it is none. */
    public static OptionalInt score(String text) {
        String number = text.strip();
        if (number.length() > MAX_CHARACTERS || !NUMBER.matcher(number).matches()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(new BigDecimal(number).intValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalInt.empty();
        }
    }
}
