package io.github.scimult.server.access;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Token buckets by caller: each fills at a steady rate up to a burst, and a request takes one token. Safe for use by many threads.
 */
public final class RateLimit {
    private static final int MAX_BUCKETS = 10_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int burst;
    private final LongSupplier clock;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param tokens at a time of the clock in nanoseconds */
    private record Bucket(double tokens, long time) {}

    /** @param clock nanoseconds from any start */
    RateLimit(double perSecond, int burst, LongSupplier clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    /** @param loopback whether only this machine reaches the server */
    public static RateLimit of(RateSettings settings, boolean loopback) {
        return new RateLimit(settings.rate(loopback), settings.burst(), System::nanoTime);
    }

    /**
     * Takes a caller's token.
     *
     * @return 0 if there was one; else the seconds, at least 1, after which there will be
     */
    public int take(String caller) {
        if (perSecond == 0) {
            return 0;
        }
        long now = clock.getAsLong();
        int[] wait = new int[1];
        buckets.compute(caller, (name, before) -> {
            double tokens = before == null ? burst : filled(before, now);
            wait[0] = tokens >= 1 ? 0 : (int) Math.min(Math.ceil((1 - tokens) / perSecond), Integer.MAX_VALUE);
            return new Bucket(wait[0] == 0 ? tokens - 1 : tokens, now);
        });
        forgetFull(now);
        return wait[0];
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(burst, bucket.tokens() + (now - bucket.time()) / NANOS * perSecond);
    }

    /** A full bucket is as one that nobody has taken from. */
    private void forgetFull(long now) {
        if (buckets.size() > MAX_BUCKETS) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= burst);
        }
    }

    /** The number of callers whose buckets are kept. */
    int callers() {
        return buckets.size();
    }
}
