package io.github.scimult.core.collection;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.storage.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Unpacks a compressed file, because only an unpacked one can be read by offset. */
final class Unpacking {
    private Unpacking() {}

    /** The unpacked file in the cache folder, made if it is not there or older than its source. */
    static Path intoCache(CollectionFile file, Path cacheFolder) throws IOException {
        Path source = file.path().toRealPath();
        String owner = UUID.nameUUIDFromBytes(source.toString().getBytes(StandardCharsets.UTF_8)) + "-";
        String version =
                Files.size(source) + "-" + Files.getLastModifiedTime(source).toMillis();
        Path unpacked = cacheFolder.resolve(owner + version + suffix(file));
        if (!Files.isRegularFile(unpacked)) {
            removeOlder(cacheFolder, owner);
            unpack(file, unpacked);
        }
        return unpacked;
    }

    /** The unpacked file in a temporary folder. */
    static Path into(TemporaryFolder temporary, CollectionFile file) throws IOException {
        Path unpacked = temporary.path().resolve("unpacked" + suffix(file));
        unpack(file, unpacked);
        return unpacked;
    }

    private static void unpack(CollectionFile file, Path target) throws IOException {
        AtomicFile.write(target, out -> copy(file, out));
    }

    private static void copy(CollectionFile file, OutputStream out) throws IOException {
        try (InputStream packed = Files.newInputStream(file.path());
                InputStream unpacked = file.compression().unpack(packed)) {
            unpacked.transferTo(out);
        } catch (IOException failure) {
            throw Compression.damage(file.path(), failure).orElseThrow(() -> failure);
        }
    }

    private static String suffix(CollectionFile file) {
        return "-" + file.name().replace('/', '-');
    }

    private static void removeOlder(Path cacheFolder, String owner) throws IOException {
        if (!Files.isDirectory(cacheFolder)) {
            return;
        }
        try (DirectoryStream<Path> older = Files.newDirectoryStream(cacheFolder, owner + "*")) {
            for (Path path : older) {
                Files.deleteIfExists(path);
            }
        }
    }
}
