package io.github.scimult.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.storage.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** An error as RFC 9457 has it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(
        @JsonPropertyDescription("Always about:blank: the status says what kind of problem it is.")
        String type,

        String title,
        int status,

        @JsonPropertyDescription("What was wrong and what to do, for people.")
        String detail,

        @JsonPropertyDescription("The path of the request.") Optional<String> instance) {
    static final String CONTENT_TYPE = "application/problem+json";

    Problem(int status, String detail, Optional<String> instance) {
        this("about:blank", HttpStatus.forStatus(status).getMessage(), status, detail, instance);
    }

    /** Whether a request was answered with a problem. */
    public static boolean isIn(Context context) {
        String type = context.res().getContentType();
        return type != null && type.startsWith(CONTENT_TYPE);
    }

    /** Answers a request with a problem. */
    public static void answer(Context context, int status, String detail) {
        context.status(status);
        context.contentType(CONTENT_TYPE);
        Problem problem = new Problem(status, detail, Optional.of(context.path()));
        context.result(Json.line(ForeignProblem.at(context.path(), problem)));
    }
}
