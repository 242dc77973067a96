package io.github.scimult.core.collection;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** What stands behind {@code .jsonl} or {@code .tsv}. */
    String suffix() {
        return suffix;
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
