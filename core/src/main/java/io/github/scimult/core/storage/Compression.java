package io.github.scimult.core.storage;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** How a file of a collection is packed, seen by the end of its name. */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTANDARD(".zst");

    private static final int BUFFER_BYTES = 1 << 16;

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /**
     * The file of a name, packed or not: {@code corpus.jsonl}, {@code corpus.jsonl.gz} or {@code corpus.jsonl.zst}.
     *
     * @param plain without a compression's suffix
     * @throws BadDataException if it is there more than once
     */
    public static Optional<Path> find(Path plain) {
        List<Path> found = Stream.of(values())
                .map(compression -> plain.resolveSibling(plain.getFileName() + compression.suffix))
                .filter(Files::isRegularFile)
                .toList();
        if (found.size() > 1) {
            throw BadDataException.in(
                    found.get(1),
                    "there is " + found.get(0).getFileName()
                            + " as well, and nothing says which of the two is meant. Remove one of them.");
        }
        return found.stream().findFirst();
    }

    /** By the end of a file's name. */
    public static Compression of(String fileName) {
        for (Compression compression : values()) {
            if (compression != NONE && fileName.endsWith(compression.suffix)) {
                return compression;
            }
        }
        return NONE;
    }

    /** The content of a packed stream. */
    public InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(packed, BUFFER_BYTES);
            case ZSTANDARD -> new ZstdInputStream(packed);
        };
    }
}
