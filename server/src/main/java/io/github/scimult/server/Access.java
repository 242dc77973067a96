package io.github.scimult.server;

import java.util.Set;

/**
 * Who may ask.
 *
 * @param keys one of which a request must bring as {@code Authorization: Bearer KEY}; none for nobody being asked
 * @param origins of other sites, such as {@code https://catalogue.example.org}, whose pages a browser may let ask; none usually
 */
public record Access(Set<String> keys, Set<String> origins) {
    /** Everybody who reaches the server, and no other site's pages. */
    public static final Access OPEN = new Access(Set.of(), Set.of());

    public Access {
        keys = Set.copyOf(keys);
        origins = Set.copyOf(origins);
    }
}
