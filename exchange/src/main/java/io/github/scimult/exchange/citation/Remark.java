package io.github.scimult.exchange.citation;

/**
 * Something in a file that is not as it should be.
 *
 * @param line where, from 1
 * @param lost whether a record was left out because of it; otherwise it was read all the same
 * @param message what it is, for people
 */
public record Remark(long line, boolean lost, String message) {
    static Remark lost(long line, String message) {
        return new Remark(line, true, message);
    }

    static Remark note(long line, String message) {
        return new Remark(line, false, message);
    }
}
