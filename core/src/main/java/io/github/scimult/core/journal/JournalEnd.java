package io.github.scimult.core.journal;

import io.github.scimult.core.storage.BadDataException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a journal ends.
 *
 * @param position behind the last whole line: what a killed writer had begun behind it is written over
 * @param number of the last change set; 0 if there is none
 */
record JournalEnd(long position, long number) {
    private static final int BLOCK_BYTES = 1 << 13;
    private static final int HEAD_BYTES = 64;
    private static final Pattern NUMBER = Pattern.compile("^\\{\"n\":(\\d+),");

    static JournalEnd of(Path file, FileChannel channel) throws IOException {
        long position = behindLineEnd(channel, channel.size());
        if (position == 0) {
            return new JournalEnd(0, 0);
        }
        long start = behindLineEnd(channel, position - 1);
        int length = (int) Math.min(HEAD_BYTES, position - start);
        String head = new String(read(channel, start, length).array(), StandardCharsets.UTF_8);
        Matcher number = NUMBER.matcher(head);
        if (!number.find()) {
            throw new BadDataException(file + ", byte " + start + ": this is no line of a journal: " + head.strip());
        }
        return new JournalEnd(position, Long.parseLong(number.group(1)));
    }

    /** Behind the last line end before a position; 0 if there is none. */
    private static long behindLineEnd(FileChannel channel, long before) throws IOException {
        long end = before;
        while (end > 0) {
            long start = Math.max(0, end - BLOCK_BYTES);
            ByteBuffer block = read(channel, start, (int) (end - start));
            for (int at = block.limit() - 1; at >= 0; at--) {
                if (block.get(at) == '\n') {
                    return start + at + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    private static ByteBuffer read(FileChannel channel, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("the journal became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
