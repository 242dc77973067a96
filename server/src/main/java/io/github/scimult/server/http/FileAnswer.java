package io.github.scimult.server.http;

import io.github.scimult.core.storage.Sha256;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A large file as a response: read, hashed and compressed once, and again only when it has changed. Safe for use by many threads. */
public final class FileAnswer {
    private static final String GZIP = "gzip";

    private final String contentType;
    private Version known;
    private Content content;

    /** @param contentType the media type */
    public FileAnswer(String contentType) {
        this.contentType = contentType;
    }

    /** What tells a file from the one that replaced it. */
    private record Version(Path file, String key, long modified, long size) {
        static Version of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(
                    file,
                    String.valueOf(attributes.fileKey()),
                    attributes.lastModifiedTime().toMillis(),
                    attributes.size());
        }
    }

    /** The content of a file, whole and compressed. */
    public static final class Content {
        private final String contentType;
        private final byte[] plain;
        private final byte[] zipped;
        private final String tag;

        private Content(String contentType, byte[] plain) throws IOException {
            this.contentType = contentType;
            this.plain = plain;
            this.zipped = zipped(plain);
            this.tag = "\"" + HexFormat.of().formatHex(Sha256.digest().digest(plain), 0, 16) + "\"";
        }

        private static byte[] zipped(byte[] plain) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(plain);
            }
            return bytes.toByteArray();
        }

        /** Writes the response; a client that has this content already is told so. */
        void write(Context context) {
            context.contentType(contentType);
            context.header(Header.ETAG, tag);
            context.header(Header.CACHE_CONTROL, "no-cache");
            context.header(Header.VARY, Header.ACCEPT_ENCODING);
            context.disableCompression();
            if (isZipTaken(context.header(Header.ACCEPT_ENCODING))) {
                context.header(Header.CONTENT_ENCODING, GZIP);
                context.result(zipped);
            } else {
                context.result(plain);
            }
        }

        private static boolean isZipTaken(String encodings) {
            return encodings != null
                    && encodings.contains(GZIP)
                    && !encodings.matches(".*gzip\\s*;\\s*q=0(\\.0*)?(,.*)?");
        }
    }

    /** The content of a file as it is now; that of the file before is forgotten. */
    public synchronized Content content(Path file) throws IOException {
        Version now = Version.of(file);
        if (!now.equals(known)) {
            content = new Content(contentType, Files.readAllBytes(file));
            known = now;
        }
        return content;
    }
}
