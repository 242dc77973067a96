package io.github.scimult.exchange.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the bytes of a file stand for characters.
 *
 * @param charset of the file; null for UTF-8 with single lines of Windows-1252 in it
 * @param start the number of bytes of the byte order mark
 */
record Encoding(Charset charset, int start) {
    private static final int SAMPLE_BYTES = 4096;
    private static final Encoding UTF_8 = new Encoding(null, 0);

    /** By the byte order mark, or else by where zeros stand, as each second byte of English UTF-16 is one. */
    static Encoding of(byte[] begin) {
        return byMark(begin).or(() -> byZeros(begin)).orElse(UTF_8);
    }

    private static Optional<Encoding> byMark(byte[] begin) {
        if (startsWith(begin, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new Encoding(null, 3));
        }
        if (startsWith(begin, 0xff, 0xfe, 0, 0)) {
            return Optional.of(new Encoding(Charset.forName("UTF-32LE"), 4));
        }
        if (startsWith(begin, 0xff, 0xfe)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2));
        }
        return startsWith(begin, 0xfe, 0xff)
                ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2))
                : Optional.empty();
    }

    private static Optional<Encoding> byZeros(byte[] begin) {
        int sample = Math.min(begin.length, SAMPLE_BYTES) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < sample; i++) {
            zeros[i & 1] += begin[i] == 0 ? 1 : 0;
        }
        int many = sample * 2 / 5; // of each half, four in five
        if (sample < 8 || Math.max(zeros[0], zeros[1]) < many || Math.min(zeros[0], zeros[1]) > many / 8) {
            return Optional.empty();
        }
        return Optional.of(
                new Encoding(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0));
    }

    private static boolean startsWith(byte[] bytes, int... begin) {
        for (int i = 0; i < begin.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != begin[i]) {
                return false;
            }
        }
        return true;
    }
}
