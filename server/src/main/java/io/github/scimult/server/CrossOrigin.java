package io.github.scimult.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.Set;

/**
 * Tells browsers which other sites' pages may read answers. A request that names no such site is answered without a word of it, which
 * is what keeps its page from reading the answer; the server's own page names itself as the origin of what it writes.
 *
 * @param origins of other sites, such as {@code https://catalogue.example.org}
 */
record CrossOrigin(Set<String> origins) {
    private static final String READABLE = Header.RETRY_AFTER + ", X-Request-Id";
    private static final String METHODS = "GET, POST, PUT, DELETE";
    private static final String SECONDS = "600";

    void install(JavalinConfig javalin) {
        if (!origins.isEmpty()) {
            javalin.routes.before(this::tell);
        }
    }

    private void tell(Context context) {
        context.res().addHeader(Header.VARY, Header.ORIGIN);
        String origin = context.header(Header.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        context.header(Header.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        context.header(Header.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
        String wanted = context.header(Header.ACCESS_CONTROL_REQUEST_HEADERS);
        if (context.method().equals(HandlerType.OPTIONS)
                && context.header(Header.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            context.header(Header.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            context.header(Header.ACCESS_CONTROL_MAX_AGE, SECONDS);
            if (wanted != null) {
                context.header(Header.ACCESS_CONTROL_ALLOW_HEADERS, wanted);
            }
            context.status(204).skipRemainingHandlers();
        }
    }
}
