package io.github.scimult.core.storage;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How a file of a collection is packed, seen by the end of its name. */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTANDARD(".zst");

    private static final int BUFFER_BYTES = 1 << 16;

    /** What other files begin with, in hexadecimal, as regular expressions. */
    private static final Map<String, String> OTHER_ARCHIVES = Map.of(
            "504b0304",
            "ZIP",
            "425a683[1-9]3141",
            "bzip2",
            "fd377a585a00",
            "xz",
            "377abcaf271c",
            "7-Zip",
            "526172211a07",
            "RAR",
            "255044462d",
            "PDF");

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

    /**
     * The content of a file, unpacked by what it begins with, whatever its name: browsers unpack what they fetch and keep the
     * name, or the other way round.
     *
     * @throws BadDataException if it is packed in another way
     */
    public static InputStream open(Path file) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            content.mark(8);
            String begin = HexFormat.of().formatHex(content.readNBytes(6));
            content.reset();
            OTHER_ARCHIVES.forEach((magic, name) -> {
                if (begin.matches(magic + ".*")) {
                    throw BadDataException.in(
                            file, "this is a file of " + name + ", which is not read. Unpack it, or pack it by gzip.");
                }
            });
            return (begin.startsWith("1f8b") ? GZIP : begin.startsWith("28b52ffd") ? ZSTANDARD : NONE).unpack(content);
        } catch (IOException | RuntimeException failure) {
            content.close();
            throw failure;
        }
    }

    /** What to say of a packed file that cannot be read to its end; empty if the failure is another one. */
    public static Optional<BadDataException> damage(Path file, IOException failure) {
        boolean damaged = failure instanceof EOFException
                || failure instanceof ZipException
                || failure instanceof ZstdIOException;
        return damaged
                ? Optional.of(new BadDataException(
                        file + ": the compressed file is damaged or cut off (" + failure.getMessage()
                                + "). Fetch or pack it again.",
                        failure))
                : Optional.empty();
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
