package io.github.scimult.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;

/**
 * A key that requests bring as {@code Authorization: Bearer KEY}.
 *
 * @param name under which logs and rate limits know its holder
 * @param secret the key itself, which is never shown
 */
public record ApiKey(String name, String secret, Set<Scope> scopes) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** A key for everything. */
    public static ApiKey ofAllScopes(String name, String secret) {
        return new ApiKey(name, secret, EnumSet.allOf(Scope.class));
    }

    /** Whether a request's key is this one; compares in a time that does not depend on how much of it is right. */
    boolean matches(String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ApiKey[" + name + ", " + scopes + "]";
    }
}
