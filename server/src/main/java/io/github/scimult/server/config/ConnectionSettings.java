package io.github.scimult.server.config;

/**
 * Settings of connections.
 *
 * @param max the maximum number of open connections; more are let in as others close
 * @param idleSeconds after which a connection on which nothing moves is closed
 */
public record ConnectionSettings(int max, double idleSeconds) {
    public ConnectionSettings {
        if (max < 1) {
            throw new IllegalArgumentException("max must be at least 1, not " + max);
        }
        if (!(idleSeconds > 0 && idleSeconds <= 86_400)) {
            throw new IllegalArgumentException("idleSeconds must be above 0 and at most 86,400, not " + idleSeconds);
        }
    }

    /** The time in milliseconds. */
    public long idleMillis() {
        return Math.max(1, Math.round(idleSeconds * 1000));
    }
}
