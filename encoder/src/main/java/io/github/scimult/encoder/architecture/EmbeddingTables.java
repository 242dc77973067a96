package io.github.scimult.encoder.architecture;

/**
 * The sizes of an encoder's embedding tables, each of H columns.
 *
 * @param vocabularySize tokens
 * @param positions rows of the table of positions
 * @param firstPosition the row of a text's first token; RoBERTa leaves the rows up to the padding token's id unused
 * @param tokenTypes token types; only type 0 is used
 */
public record EmbeddingTables(int vocabularySize, int positions, int firstPosition, int tokenTypes) {
    public EmbeddingTables {
        Positive.require("vocabularySize", vocabularySize);
        Positive.require("positions", positions);
        Positive.require("tokenTypes", tokenTypes);
        if (firstPosition < 0 || firstPosition >= positions) {
            throw new IllegalArgumentException(
                    "the first position " + firstPosition + " is outside 0 … " + (positions - 1));
        }
    }

    /** The tokens of the longest text that has a position for each of them. */
    public int longestText() {
        return positions - firstPosition;
    }
}
