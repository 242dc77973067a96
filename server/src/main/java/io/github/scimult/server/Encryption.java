package io.github.scimult.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * TLS by a certificate with its key.
 *
 * @param certificates a key store (PKCS12), as {@code openssl pkcs12 -export} or {@code keytool} make it
 */
public record Encryption(KeyStore certificates, String password) {
    /**
     * Reads a key store.
     *
     * @throws IllegalArgumentException if it is none, or the password is not its
     */
    public static Encryption of(Path keyStore, String password) throws IOException {
        try (var bytes = Files.newInputStream(keyStore)) {
            KeyStore read = KeyStore.getInstance("PKCS12");
            read.load(bytes, password.toCharArray());
            return new Encryption(read, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("there is no key store " + keyStore, missing);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    keyStore + " is no key store (PKCS12), or its password is another: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
