package io.github.scimult.server.encoding;

/** How fast an encoder is, learned from its batches, and therefore how many characters it encodes in a time. */
final class Pace {
    private static final int FIRST = 2_000;
    /** Less than that is mostly the cost of a call. */
    private static final int MIN_CHARACTERS = 500;

    private static final double WEIGHT_OF_LAST = 0.3;

    private final double pieceNanos;
    private double nanosPerCharacter;

    Pace(int pieceMillis) {
        this.pieceNanos = pieceMillis * 1e6;
        this.nanosPerCharacter = pieceNanos / FIRST;
    }

    /** The number of characters that take the time of a piece. */
    int pieceCharacters() {
        return (int) Math.clamp(pieceNanos / nanosPerCharacter, 1, Integer.MAX_VALUE);
    }

    void learn(int characters, long nanos) {
        if (characters >= MIN_CHARACTERS) {
            double last = Math.max(1.0, nanos) / characters;
            nanosPerCharacter += WEIGHT_OF_LAST * (last - nanosPerCharacter);
        }
    }
}
