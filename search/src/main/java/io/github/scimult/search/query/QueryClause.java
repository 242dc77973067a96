package io.github.scimult.search.query;

/**
 * A demand of a query.
 *
 * @param field where
 * @param value what, without quotation marks
 * @param quoted whether it stood in quotation marks
 * @param negated whether results are those that do not have it
 */
public record QueryClause(QueryField field, String value, boolean quoted, boolean negated) {
    /** Whether results are ranked by its words, too. */
    boolean isTopic() {
        return !negated && (field == QueryField.ANYWHERE || field == QueryField.TITLE);
    }
}
