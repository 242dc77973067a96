package io.github.scimult.server.access;

import java.util.Optional;

/**
 * Settings of how often one caller may ask.
 *
 * @param perSecond requests per second in the long run; 0 for any number, empty for the default of where the server listens
 * @param burst requests at once after a pause
 */
public record RateSettings(Optional<Double> perSecond, int burst) {
    /** The rate of a server that other machines reach. */
    private static final double REACHED_BY_OTHERS = 100;

    public RateSettings {
        if (perSecond.isPresent() && !(perSecond.get() >= 0 && perSecond.get() <= 1e6)) {
            throw new IllegalArgumentException("perSecond must be between 0 and 1,000,000, not " + perSecond.get());
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst must be at least 1, not " + burst);
        }
    }

    /** The rate of a server; 0 for any. */
    double rate(boolean loopback) {
        return perSecond.orElse(loopback ? 0 : REACHED_BY_OTHERS);
    }
}
