package io.github.scimult.server.config;

import io.github.scimult.core.configuration.DefaultSettings;
import io.github.scimult.server.access.AccessSettings;
import io.github.scimult.server.access.HostNames;
import io.github.scimult.server.access.RateSettings;
import io.github.scimult.server.http.BodyBounds;
import io.github.scimult.server.http.Limits;
import java.util.List;
import java.util.Optional;

/**
 * All settings of a server; {@code defaults.yaml} says what each means.
 *
 * @param port 0 for any that is free
 * @param metricsPort where metrics are instead; empty for the same port
 */
public record ServerSettings(
        String host,
        int port,
        List<String> publicNames,
        Optional<Integer> metricsPort,
        AccessSettings access,
        TlsSettings tls,
        Limits limits,
        RateSettings rate,
        BodyBounds bodies,
        ConnectionSettings connections,
        QueueSettings queue,
        StopSettings stop,
        LogSettings log) {
    private static final DefaultSettings<ServerSettings> DEFAULTS = DefaultSettings.of(ServerSettings.class);

    public ServerSettings {
        requirePort(port);
        metricsPort.ifPresent(ServerSettings::requirePort);
        for (String name : publicNames) {
            if (!name.matches("[^\\s/:@]+|\\[[0-9a-fA-F:.]+]")) {
                throw new IllegalArgumentException(
                        "publicNames: '" + name
                                + "' is no name of a machine: give it without scheme, port and path, such as library.example.org");
            }
        }
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is between 0 and 65,535, not " + port);
        }
    }

    /** The settings of someone who sets nothing, and what each means. */
    public static DefaultSettings<ServerSettings> defaults() {
        return DEFAULTS;
    }

    /** Whether only this machine reaches the server. */
    public boolean isOnLoopback() {
        return HostNames.isLoopback(host);
    }
}
