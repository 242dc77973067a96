package io.github.scimult.server;

import io.github.scimult.core.configuration.RecordCopy;
import io.github.scimult.server.access.Access;
import io.github.scimult.server.access.ApiKey;
import io.github.scimult.server.access.KeyFile;
import io.github.scimult.server.config.ServerSettings;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server is reached, and by whom.
 *
 * @param keys one of which a request must bring; none for nobody being asked for one
 * @param encryption by TLS; null for plain HTTP
 * @param version of the program, for the documentation
 */
public record ServerConfig(ServerSettings settings, List<ApiKey> keys, Encryption encryption, String version) {
    public ServerConfig {
        keys = List.copyOf(keys);
    }

    /**
     * Reads the files that settings name.
     *
     * @param keyStorePassword of the key store, if there is one
     * @throws io.github.scimult.core.storage.BadDataException if the file of keys is none
     * @throws IllegalArgumentException if the key store is none, or its password is missing or another
     */
    public static ServerConfig of(ServerSettings settings, Optional<String> keyStorePassword, String version)
            throws IOException {
        List<ApiKey> keys = List.of();
        if (settings.access().keys().isPresent()) {
            keys = KeyFile.read(settings.access().keys().get());
        }
        Encryption encryption = null;
        if (settings.tls().keyStore().isPresent()) {
            Path keyStore = settings.tls().keyStore().get();
            String password = keyStorePassword.orElseThrow(() -> new IllegalArgumentException(
                    "keyStore " + keyStore + ": put the key store's password into the environment: "
                            + "SCIMULT_TLS_PASSWORD=... scimult serve ..."));
            encryption = Encryption.of(keyStore, password);
        }
        return new ServerConfig(settings, keys, encryption, version);
    }

    /**
     * For this machine alone: plain HTTP, without keys.
     *
     * @param port 0 for any that is free
     */
    public static ServerConfig onLoopback(int port, String version) {
        ServerSettings settings = RecordCopy.with(ServerSettings.defaults().values(), Map.of("port", port));
        return new ServerConfig(settings, List.of(), null, version);
    }

    /** The same at another address. */
    public ServerConfig withHost(String newHost) {
        return with(Map.of("host", newHost));
    }

    /** The same with other limits. */
    public ServerConfig withLimits(Limits newLimits) {
        return with(Map.of("limits", newLimits));
    }

    /** The same for the holders of keys. */
    public ServerConfig withKeys(List<ApiKey> newKeys) {
        return new ServerConfig(settings, newKeys, encryption, version);
    }

    /** The same by TLS; null for plain HTTP. */
    public ServerConfig withEncryption(Encryption newEncryption) {
        return new ServerConfig(settings, keys, newEncryption, version);
    }

    /**
     * The same with some settings changed.
     *
     * @param changes new values by component of the settings
     */
    public ServerConfig with(Map<String, ?> changes) {
        return new ServerConfig(RecordCopy.with(settings, changes), keys, encryption, version);
    }

    public String host() {
        return settings.host();
    }

    public int port() {
        return settings.port();
    }

    public Limits limits() {
        return settings.limits();
    }

    /** Who may do what. */
    public Access access() {
        return Access.of(keys, settings.access(), settings.isOnLoopback());
    }
}
