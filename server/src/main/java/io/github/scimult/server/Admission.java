package io.github.scimult.server;

import io.github.scimult.server.access.Access;
import io.github.scimult.server.access.Caller;
import io.github.scimult.server.access.HostNames;
import io.github.scimult.server.access.RateLimit;
import io.github.scimult.server.access.Scope;
import io.github.scimult.server.http.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Lets requests in: by the name they ask for, the page they come from, their key, and how often they come. */
final class Admission {
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final HostNames names;
    private final List<String> origins;
    private final RateLimit rate;
    private final Supplier<Optional<Integer>> metricsPort;
    private volatile Access access;

    Admission(ServerConfig config, Supplier<Optional<Integer>> metricsPort) {
        this.metricsPort = metricsPort;
        this.names = HostNames.of(config.host(), config.settings().publicNames());
        this.origins = config.settings().access().origins();
        this.rate = RateLimit.of(config.settings().rate(), config.settings().isOnLoopback());
        this.access = config.access();
    }

    /** Who may do what from now on. */
    void change(Access newAccess) {
        access = newAccess;
    }

    Access access() {
        return access;
    }

    /**
     * Requires that a request asks for this server, and that it does not come from another site's page if it is more than a question. What
     * load balancers and monitors ask for, who know an address alone, tells nothing of what is served.
     *
     * @throws ProblemException if it does not
     */
    void requireOwnName(Context context) {
        String host = context.header(Header.HOST);
        if (host != null && !isForOperators(context.path()) && !names.allow(host)) {
            throw new ProblemException(
                    421,
                    "this server is not known as '" + host
                            + "': if it is to be, start it with --public-name and that name, without the port");
        }
        String origin = context.header(Header.ORIGIN);
        if (origin != null
                && !READING.contains(context.method())
                && !names.isOwn(origin, host)
                && !origins.contains(origin)) {
            throw new ProblemException(
                    403,
                    "pages of '" + origin
                            + "' may not send this: if they are to, start the server with --allow-origin and that origin");
        }
    }

    /**
     * Requires that those who watch the server, and they alone, ask at their port, if there is one.
     *
     * @throws ProblemException as if there were nothing
     */
    void requireOwnPort(Context context) {
        Optional<Integer> own = metricsPort.get();
        if (own.isEmpty()) {
            return;
        }
        boolean asksThere = context.req().getLocalPort() == own.get();
        boolean here =
                asksThere ? isForOperators(context.path()) : !context.path().equals("/metrics");
        if (!here) {
            throw ProblemException.missing("there is nothing at " + context.path() + " at this port");
        }
    }

    private static boolean isForOperators(String path) {
        return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
    }

    /** Who sends a request. */
    Caller caller(Context context) {
        return access.caller(context.header(Header.AUTHORIZATION), context.ip());
    }

    /** @throws ProblemException if a caller may not do something, or has asked too often */
    void require(Caller caller, Scope scope, Context context) {
        if (!caller.scopes().contains(scope)) {
            boolean keyHelps = access.wouldKeyHelp(caller, scope);
            if (keyHelps) {
                context.header(Header.WWW_AUTHENTICATE, "Bearer");
            }
            throw new ProblemException(keyHelps ? 401 : 403, access.refusal(caller, scope));
        }
    }

    /** @throws ProblemException if a caller has asked too often */
    void takeToken(Caller caller) {
        int wait = rate.take((caller.hasKey() ? "key " : "address ") + caller.name());
        if (wait > 0) {
            throw ProblemException.busy("these are more requests than one caller may send: wait " + wait + " s", wait);
        }
    }
}
