package io.github.scimult.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which a server may be asked. A page of another site can make its own name lead to this machine (DNS rebinding), and a
 * browser then takes the server for that site; the request's host still tells that name.
 *
 * @param names in small letters
 * @param anyAddress whether every IP address is allowed, as the server cannot know by which of them others reach it; an address is no
 *     name that another site could make lead here
 */
public record HostNames(Set<String> names, boolean anyAddress) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /**
     * Names of a server.
     *
     * @param host at which it listens
     * @param publicNames by which others know it
     */
    public static HostNames of(String host, List<String> publicNames) {
        Set<String> names = Stream.concat(Stream.of(host), publicNames.stream())
                .map(HostNames::plain)
                .collect(Collectors.toSet());
        return new HostNames(names, !isLoopback(host));
    }

    /** Whether only this machine reaches an address. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false; // listening will say so
        }
    }

    /**
     * Whether a request may name a host.
     *
     * @param authority host and perhaps port, as in the header Host
     */
    public boolean allow(String authority) {
        String host = withoutPort(plain(authority));
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || names.contains(host)
                || (isAddress(host) && (anyAddress || isLoopback(host)));
    }

    /**
     * Whether a page's origin is this server itself: the host that the request names, or one of the names.
     *
     * @param origin scheme, host and perhaps port; {@code null} in letters for a page that hides it
     * @param authority as of {@link #allow}; may be null
     */
    public boolean isOwn(String origin, String authority) {
        int slashes = origin.indexOf("://");
        if (slashes < 0) {
            return false;
        }
        String from = plain(origin.substring(slashes + 3));
        return (authority != null && from.equals(plain(authority))) || names.contains(withoutPort(from));
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    /** In small letters, without the brackets of an IPv6 address that has no port, and without the dot that may end a name. */
    private static String plain(String authority) {
        String small = authority.strip().toLowerCase(Locale.ROOT);
        boolean bracketed = small.startsWith("[") && small.endsWith("]");
        String bare = bracketed ? small.substring(1, small.length() - 1) : small;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static String withoutPort(String authority) {
        int bracket = authority.indexOf(']');
        if (authority.startsWith("[") && bracket > 0) {
            return authority.substring(1, bracket);
        }
        int colon = authority.indexOf(':');
        boolean isPort = colon >= 0 && colon == authority.lastIndexOf(':');
        return plain(isPort ? authority.substring(0, colon) : authority);
    }
}
