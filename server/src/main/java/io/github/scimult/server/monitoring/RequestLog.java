package io.github.scimult.server.monitoring;

import io.github.scimult.server.http.RequestId;
import io.javalin.config.JavalinConfig;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A line of the log for each request, also for those that no route sees: method, route, status, duration, length of the response, the
 * request's id, and the name of the caller's key. Neither queries nor texts nor keys are in it.
 */
public final class RequestLog implements org.eclipse.jetty.server.RequestLog {
    /** The attribute of a request that holds its route's path. */
    public static final String ROUTE = "scimult.route";

    /** The attribute of a request that holds the name of its caller's key. */
    public static final String KEY_NAME = "scimult.key";

    private static final Logger LOG = LoggerFactory.getLogger("scimult.access");
    private static final int MAX_PATH = 200;
    private static final String REQUEST = "request";

    @Override
    public void log(Request request, Response response) {
        String route = attribute(request, ROUTE).orElseGet(() -> path(request));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime());
        LoggingEventBuilder known = LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("millis", millis)
                .addKeyValue("bytes", Response.getContentBytesWritten(response));
        Optional<String> id = Optional.ofNullable(response.getHeaders().get("X-Request-Id"));
        LoggingEventBuilder named = with(known, REQUEST, id);
        with(named, "key", attribute(request, KEY_NAME)).log("request");
    }

    private static LoggingEventBuilder with(LoggingEventBuilder line, String name, Optional<String> value) {
        return value.isPresent() ? line.addKeyValue(name, value.get()) : line;
    }

    /** Puts the ids of requests into every line of the log that is written while they are handled. */
    public static void install(JavalinConfig javalin) {
        javalin.routes.before(context -> MDC.put(REQUEST, RequestId.of(context)));
        javalin.routes.after(context -> MDC.remove(REQUEST));
    }

    private static Optional<String> attribute(Request request, String name) {
        return Optional.ofNullable((String) request.getAttribute(name));
    }

    /** What is asked for where no route is, as it came, without its query. */
    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path.substring(0, Math.min(MAX_PATH, path.length()));
    }
}
