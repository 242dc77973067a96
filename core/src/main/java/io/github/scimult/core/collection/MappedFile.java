package io.github.scimult.core.collection;

import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.storage.TemporaryFolder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The unpacked bytes of a file of a collection, mapped into memory: of any size, outside the heap, readable by many
 * threads. The file must not be cut short while it is mapped.
 */
final class MappedFile implements AutoCloseable {
    private final CollectionFile file;
    private final Arena arena;
    private final MemorySegment bytes;
    private final TemporaryFolder temporary; // null if there is none

    private MappedFile(CollectionFile file, Arena arena, MemorySegment bytes, TemporaryFolder temporary) {
        this.file = file;
        this.arena = arena;
        this.bytes = bytes;
        this.temporary = temporary;
    }

    static MappedFile open(CollectionFile file, ReadOptions options) throws IOException {
        if (file.compression() == Compression.NONE) {
            return map(file, file.path(), null);
        }
        if (options.cacheFolder().isPresent()) {
            return map(file, Unpacking.intoCache(file, options.cacheFolder().get()), null);
        }
        TemporaryFolder temporary = TemporaryFolder.create();
        try {
            return map(file, Unpacking.into(temporary, file), temporary);
        } catch (IOException | RuntimeException failure) {
            temporary.close();
            throw failure;
        }
    }

    /** The arena lives as long as the result, which closes it. */
    @SuppressWarnings("MustBeClosedChecker")
    private static MappedFile map(CollectionFile file, Path unpacked, TemporaryFolder temporary) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(unpacked, StandardOpenOption.READ)) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new MappedFile(file, arena, bytes, deletedAtOnce(temporary) ? null : temporary);
        } catch (IOException | RuntimeException failure) {
            arena.close();
            throw failure;
        }
    }

    /** On POSIX a mapped file lives on without a name, so that not even a killed process leaves it behind. */
    private static boolean deletedAtOnce(TemporaryFolder temporary) {
        try {
            if (temporary != null) {
                temporary.close();
            }
            return temporary != null;
        } catch (IOException inUse) {
            return false;
        }
    }

    CollectionFile file() {
        return file;
    }

    long size() {
        return bytes.byteSize();
    }

    /** A copy of {@code length} bytes from {@code offset}. */
    byte[] copy(long offset, int length) {
        byte[] copy = new byte[length];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, copy, 0, length);
        return copy;
    }

    byte at(long offset) {
        return bytes.get(ValueLayout.JAVA_BYTE, offset);
    }

    /** The line, counted from 1, in which the byte at {@code offset} stands; reads all before it. */
    long lineOf(long offset) {
        long line = 1;
        for (long position = 0; position < offset; position++) {
            if (at(position) == '\n') {
                line++;
            }
        }
        return line;
    }

    @Override
    public void close() {
        if (!arena.scope().isAlive()) {
            return;
        }
        arena.close();
        if (temporary != null) {
            try {
                temporary.close();
            } catch (IOException inUse) {
                // The next start removes it.
            }
        }
    }
}
