package io.github.scimult.server;

import io.github.scimult.server.http.Limits;
import java.util.Set;

/**
 * How a server is reached, and by whom.
 *
 * @param host the address to listen at; loopback unless others are to reach it
 * @param port 0 for any that is free
 * @param keys one of which a request must bring as {@code Authorization: Bearer KEY}; none for nobody being asked
 * @param limits of what a request may ask for
 * @param version of the program, for the documentation
 */
public record ServerConfig(String host, int port, Set<String> keys, Limits limits, String version) {
    public ServerConfig {
        keys = Set.copyOf(keys);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is between 0 and 65,535, not " + port);
        }
    }
}
