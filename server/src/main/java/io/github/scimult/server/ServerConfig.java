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
}
