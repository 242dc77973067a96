package io.github.scimult.encoder.tokenizer;

import java.util.List;

/**
 * Puts [CLS] and [SEP] around ids and cuts what is too long.
 *
 * @param cls the id of [CLS]
 * @param sep the id of [SEP]
 */
record TokenSequence(int cls, int sep) {
    /** {@code [CLS] segment [SEP] segment … [SEP]}, cut at the end so that [SEP] stays the last. */
    int[] join(List<int[]> segments, int maxLength) {
        checkLength(maxLength, 2);
        int length = 1 + Math.max(1, segments.size());
        for (int[] segment : segments) {
            length += segment.length;
        }
        int[] ids = new int[Math.min(length, maxLength)];
        ids[0] = cls;
        int next = 1;
        for (int[] segment : segments) {
            int taken = Math.min(segment.length, ids.length - next);
            System.arraycopy(segment, 0, ids, next, taken);
            next += taken;
            if (next < ids.length) {
                ids[next++] = sep;
            }
        }
        ids[ids.length - 1] = sep;
        return ids;
    }

    /** {@code [CLS] first [SEP] second [SEP]}; ids are taken from the longer one until both fit. */
    TokenPair pair(int[] first, int[] second, int maxLength) {
        checkLength(maxLength, 3);
        int room = maxLength - 3;
        int shorter = Math.min(first.length, second.length);
        int longer = Math.max(first.length, second.length);
        if (shorter + longer > room) {
            boolean shorterStays = shorter <= room / 2;
            shorter = shorterStays ? shorter : room / 2;
            longer = room - shorter;
        }
        int firstLength = first.length <= second.length ? shorter : longer;
        int secondLength = first.length <= second.length ? longer : shorter;
        int[] ids = new int[firstLength + secondLength + 3];
        int[] types = new int[ids.length];
        ids[0] = cls;
        System.arraycopy(first, 0, ids, 1, firstLength);
        ids[firstLength + 1] = sep;
        System.arraycopy(second, 0, ids, firstLength + 2, secondLength);
        ids[ids.length - 1] = sep;
        java.util.Arrays.fill(types, firstLength + 2, types.length, 1);
        return new TokenPair(ids, types);
    }

    private static void checkLength(int maxLength, int least) {
        if (maxLength < least) {
            throw new IllegalArgumentException(
                    "maximum length " + maxLength + " leaves no room for [CLS] and [SEP]: at " + "least " + least);
        }
    }
}
