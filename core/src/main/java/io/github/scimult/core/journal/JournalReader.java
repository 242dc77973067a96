package io.github.scimult.core.journal;

import io.github.scimult.core.storage.BadDataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

/**
 * Follows a journal: gives one change set after the other, and nothing where there is none yet. What a writer has begun and not ended
 * is not seen. A journal that was compacted meanwhile is read from its new file. Not for use by several threads.
 */
public final class JournalReader implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private long last;
    private RandomAccessFile opened;
    private Object openedKey;
    private long position; // in the file, of the line that begins at `begin` in the buffer
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int begin;
    private int end;

    /**
     * Begins behind a change set.
     *
     * @param file there or not
     * @param after the number of the last one that is known; 0 for none
     */
    JournalReader(Path file, long after) {
        this.file = file;
        this.last = after;
    }

    /**
     * The next change set; empty if no further one is written yet.
     *
     * @throws BadDataException if a whole line is none of a journal's
     */
    public Optional<ChangeSet> next() throws IOException {
        if (opened == null && !open()) {
            return Optional.empty();
        }
        while (true) {
            Optional<byte[]> whole = wholeLine();
            if (whole.isEmpty()) {
                if (!isReplaced() || !open()) {
                    return Optional.empty();
                }
                continue;
            }
            if (numberOf(whole.get()) > last) {
                ChangeSet set = read(whole.get());
                last = set.number();
                return Optional.of(set);
            }
        }
    }

    /** The number of the last change set that was given, or begun behind. */
    public long last() {
        return last;
    }

    private ChangeSet read(byte[] bytes) {
        try {
            return ChangeFormat.read(bytes);
        } catch (BadDataException wrong) {
            throw new BadDataException(file + ", byte " + (position - bytes.length) + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The number that a line begins with, without reading the line: most of a journal may be known. */
    private static long numberOf(byte[] line) {
        long number = 0;
        int at = 5; // {"n":
        while (at < line.length && line[at] >= '0' && line[at] <= '9') {
            number = 10 * number + line[at] - '0';
            at++;
        }
        return at == 5 ? Long.MAX_VALUE : number;
    }

    private boolean open() throws IOException {
        close();
        if (!Files.exists(file)) {
            return false;
        }
        opened = new RandomAccessFile(file.toFile(), "r");
        openedKey = key();
        position = 0;
        begin = 0;
        end = 0;
        return true;
    }

    private boolean isReplaced() throws IOException {
        return Files.exists(file) && !key().equals(openedKey);
    }

    private Object key() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
    }

    /** The next line that has its end. What follows the last one is forgotten, since it may be cut off and written anew. */
    private Optional<byte[]> wholeLine() throws IOException {
        int searched = begin;
        while (true) {
            while (searched < end) {
                if (buffer[searched++] == '\n') {
                    byte[] whole = Arrays.copyOfRange(buffer, begin, searched);
                    position += whole.length;
                    begin = searched;
                    return Optional.of(whole);
                }
            }
            int begun = end - begin;
            if (!readMore()) {
                begin = 0;
                end = 0;
                return Optional.empty();
            }
            searched = begin + begun;
        }
    }

    private boolean readMore() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        opened.seek(position + end);
        int read = opened.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
