package io.github.scimult.server.access;

import java.util.Set;

/**
 * Who sends a request.
 *
 * @param name its key's name; the address without one
 * @param hasKey whether it brought a key that is known
 * @param scopes what it may do
 */
public record Caller(String name, boolean hasKey, Set<Scope> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
