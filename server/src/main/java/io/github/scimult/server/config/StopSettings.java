package io.github.scimult.server.config;

/**
 * Settings of how the server stops.
 *
 * @param drainSeconds for which requests are still taken while readiness already says that the server stops
 * @param maxSeconds for which requests in progress are waited for after that
 */
public record StopSettings(double drainSeconds, double maxSeconds) {
    private static final int MAX = 3600;

    public StopSettings {
        if (!(drainSeconds >= 0 && drainSeconds <= MAX && maxSeconds >= 0 && maxSeconds <= MAX)) {
            throw new IllegalArgumentException("drainSeconds and maxSeconds must be between 0 and " + MAX);
        }
    }
}
