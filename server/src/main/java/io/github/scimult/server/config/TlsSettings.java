package io.github.scimult.server.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of encryption.
 *
 * @param keyStore certificate and key (PKCS12); none for plain HTTP
 * @param hstsSeconds for which browsers are told to come by HTTPS alone; 0 for not telling them
 */
public record TlsSettings(Optional<Path> keyStore, long hstsSeconds) {
    public TlsSettings {
        if (hstsSeconds < 0) {
            throw new IllegalArgumentException("hstsSeconds must be at least 0, not " + hstsSeconds);
        }
    }
}
