package io.github.scimult.server.http;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names single requests, in responses and in the log: by the header {@code X-Request-Id} of the client or a proxy, else at random. */
public final class RequestId {
    private static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "scimult.request";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private RequestId() {}

    /** A request's name, which its response bears from then on. */
    public static String of(Context context) {
        String known = context.attribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        String given = context.header(HEADER);
        String id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.attribute(ATTRIBUTE, id);
        context.header(HEADER, id);
        return id;
    }
}
