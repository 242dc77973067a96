package io.github.scimult.server.config;

/**
 * Settings of the queue before the encoder.
 *
 * @param texts the maximum number of texts that wait, of searches and of bulk requests each
 * @param batchCharacters the maximum number of characters of a batch
 * @param pieceMillis the time in which one piece of a bulk request is to be encoded, which is how long a search waits behind it
 */
public record QueueSettings(int texts, int batchCharacters, int pieceMillis) {
    public QueueSettings {
        if (texts < 1 || batchCharacters < 1 || pieceMillis < 1) {
            throw new IllegalArgumentException("texts, batchCharacters and pieceMillis must be at least 1");
        }
    }
}
