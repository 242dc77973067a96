package io.github.scimult.server.http;

/**
 * Settings of how bodies come in.
 *
 * @param minBytesPerSecond the minimum rate at which a body is sent, on average; 0 for any
 * @param graceSeconds during which a body may be slower
 * @param totalBytes the maximum length of all larger bodies that are held at once; 0 for an eighth of Java's heap
 */
public record BodyBounds(int minBytesPerSecond, int graceSeconds, long totalBytes) {
    private static final int PART_OF_HEAP = 8;

    public BodyBounds {
        if (minBytesPerSecond < 0 || graceSeconds < 0 || totalBytes < 0) {
            throw new IllegalArgumentException("minBytesPerSecond, graceSeconds and totalBytes must be at least 0");
        }
    }

    /** The total in bytes. */
    long total() {
        return totalBytes == 0 ? Runtime.getRuntime().maxMemory() / PART_OF_HEAP : totalBytes;
    }
}
