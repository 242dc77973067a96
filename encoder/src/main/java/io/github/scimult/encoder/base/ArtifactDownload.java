package io.github.scimult.encoder.base;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** Fetches a jar over HTTP, whole and as it is known to be, or not at all. */
final class ArtifactDownload {
    private static final int CONNECT_MILLISECONDS = 30_000;
    private static final int READ_MILLISECONDS = 60_000;

    private ArtifactDownload() {}

    /**
     * Fetches a jar.
     *
     * @param target where it appears, once its checksum is that of the artifact
     * @throws IOException that says what the server answered, or how what came differs
     */
    static void fetch(URI from, BaseArtifact artifact, Path target) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) from.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLISECONDS);
        connection.setReadTimeout(READ_MILLISECONDS);
        try (AtomicFile file = AtomicFile.create(target);
                DigestInputStream in = new DigestInputStream(body(connection), Sha256.digest())) {
            long bytes = in.transferTo(file.stream());
            String sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!sha256.equals(artifact.sha256())) {
                throw new IOException("what came is not the artifact: %,d bytes of SHA-256 %s, expected %,d of %s"
                        .formatted(bytes, sha256, artifact.bytes(), artifact.sha256()));
            }
            file.commit();
        } finally {
            connection.disconnect();
        }
    }

    private static InputStream body(HttpURLConnection connection) throws IOException {
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("the server answered with status " + status);
            }
            return connection.getInputStream();
        } catch (UnknownHostException unknown) {
            throw new IOException(
                    "there is no way to the host " + connection.getURL().getHost(), unknown);
        }
    }
}
