package io.github.scimult.server;

import io.github.scimult.server.http.Limits;

/**
 * How a server is reached, and by whom.
 *
 * @param host the address to listen at; loopback unless others are to reach it
 * @param port 0 for any that is free
 * @param encryption by TLS; null for plain HTTP
 * @param limits of what a request may ask for
 * @param version of the program, for the documentation
 */
public record ServerConfig(String host, int port, Access access, Encryption encryption, Limits limits, String version) {
    public ServerConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is between 0 and 65,535, not " + port);
        }
    }

    /**
     * For this machine alone: plain HTTP, without keys.
     *
     * @param port 0 for any that is free
     */
    public static ServerConfig onLoopback(int port, String version) {
        return new ServerConfig("127.0.0.1", port, Access.OPEN, null, Limits.DEFAULTS, version);
    }

    /** The same at another address. */
    public ServerConfig withHost(String newHost) {
        return new ServerConfig(newHost, port, access, encryption, limits, version);
    }

    /** The same for whoever has access. */
    public ServerConfig withAccess(Access newAccess) {
        return new ServerConfig(host, port, newAccess, encryption, limits, version);
    }

    /** The same by TLS; null for plain HTTP. */
    public ServerConfig withEncryption(Encryption newEncryption) {
        return new ServerConfig(host, port, access, newEncryption, limits, version);
    }

    /** The same with other limits. */
    public ServerConfig withLimits(Limits newLimits) {
        return new ServerConfig(host, port, access, encryption, newLimits, version);
    }
}
