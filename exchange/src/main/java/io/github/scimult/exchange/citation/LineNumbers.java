package io.github.scimult.exchange.citation;

import java.util.Arrays;

/** The lines of a text, found by place. */
final class LineNumbers {
    private final int[] ends;

    LineNumbers(String text) {
        int[] found = new int[16];
        int count = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = end;
        }
        ends = Arrays.copyOf(found, count);
    }

    /** The line, from 1, that a place is in. */
    long of(int place) {
        int found = Arrays.binarySearch(ends, place);
        return (found < 0 ? -found - 1 : found) + 1L;
    }
}
