package io.github.scimult.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * An error as RFC 9457 has it: JSON with {@code type}, {@code title}, {@code status}, {@code detail} and {@code instance}.
 *
 * @param status of HTTP
 * @param detail what was wrong and what to do, for people
 */
public record Problem(int status, String detail) {
    static final String CONTENT_TYPE = "application/problem+json";

    /** Makes it the answer. */
    public void answer(Context context) {
        context.status(status);
        context.contentType(CONTENT_TYPE);
        context.result(JsonBody.text(body(context.path())));
    }

    /** @param path what was asked for; null if that is unknown */
    ObjectNode body(String path) {
        ObjectNode body = JsonBody.object();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.forStatus(status).getMessage());
        body.put("status", status);
        body.put("detail", detail);
        if (path != null) {
            body.put("instance", path);
        }
        return body;
    }
}
