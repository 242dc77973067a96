package io.github.scimult.server.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what.
 *
 * @param keys none for nobody being asked for one
 * @param anonymous what a request may do without a key
 * @param readOnly whether nobody changes anything, whatever keys say
 */
public record Access(List<ApiKey> keys, Set<Scope> anonymous, boolean readOnly) {
    private static final String SCHEME = "Bearer ";

    public Access {
        keys = List.copyOf(keys);
        anonymous = Set.copyOf(anonymous);
    }

    /**
     * Access by the settings. Where there are no keys, everybody reads, and whoever reaches a server that listens for other machines
     * changes nothing unless that is allowed in so many words.
     *
     * @param loopback whether only this machine reaches the server
     */
    public static Access of(List<ApiKey> keys, AccessSettings settings, boolean loopback) {
        Set<Scope> anonymous = EnumSet.of(Scope.READ);
        if (!keys.isEmpty()) {
            anonymous = EnumSet.noneOf(Scope.class);
            anonymous.addAll(settings.anonymous());
        } else if (loopback || settings.openWrites()) {
            anonymous = EnumSet.allOf(Scope.class);
        }
        return new Access(keys, anonymous, settings.readOnly());
    }

    /** Whether requests bring keys. */
    public boolean needsKey() {
        return !keys.isEmpty();
    }

    /**
     * Who sends a request; one whose key is not known may do nothing.
     *
     * @param authorization the header's value; null for none
     * @param address of the client
     */
    public Caller caller(String authorization, String address) {
        if (keys.isEmpty() || authorization == null) {
            return new Caller(address, false, allowed(anonymous));
        }
        return key(authorization)
                .map(key -> new Caller(key.name(), true, allowed(key.scopes())))
                .orElse(new Caller(address, false, Set.of()));
    }

    /** Compares with every key, so that the time tells nothing. */
    private Optional<ApiKey> key(String authorization) {
        boolean isBearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String given = isBearer ? authorization.substring(SCHEME.length()) : "";
        Optional<ApiKey> found = Optional.empty();
        for (ApiKey key : keys) {
            found = key.matches(given) ? Optional.of(key) : found;
        }
        return found;
    }

    private Set<Scope> allowed(Set<Scope> scopes) {
        return readOnly ? scopes.stream().filter(scope -> scope == Scope.READ).collect(Collectors.toSet()) : scopes;
    }

    /** Whether another key could allow what a caller may not do. */
    public boolean wouldKeyHelp(Caller caller, Scope scope) {
        return needsKey() && !caller.hasKey() && !(readOnly && scope != Scope.READ);
    }

    /** What whoever starts the server should know: that changes are refused, or open to everybody. */
    public Optional<String> warning(boolean loopback) {
        if (loopback || needsKey() || readOnly) {
            return Optional.empty();
        }
        return Optional.of(
                anonymous.contains(Scope.WRITE)
                        ? "everybody who reaches this server may change what it holds"
                        : "there are no keys, so this server is read-only; --keys FILE or --open-writes changes that");
    }

    /** Why a caller may not do something, and what to do. */
    public String refusal(Caller caller, Scope scope) {
        if (readOnly && scope != Scope.READ) {
            return "the server is read-only";
        } else if (caller.hasKey()) {
            return "the key of " + caller.name() + " is not for this: it needs the scope " + scope.text();
        } else if (needsKey()) {
            return "a key is needed: Authorization: Bearer KEY";
        }
        return "the server takes no changes from other machines without keys: start it with --keys FILE, or with --open-writes";
    }
}
