package io.github.scimult.server.http;

import io.github.scimult.core.storage.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells what Jetty refuses before any route sees it, such as an address that is none, as a problem, too. */
public final class ProblemErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        String detail = code >= 500
                ? "the server made a mistake"
                : "this is no request that the server understands" + (message == null ? "" : ": " + message);
        Optional<String> path = Optional.ofNullable(request.getHttpURI()).map(HttpURI::getPath);
        byte[] body = Json.line(ForeignProblem.at(path.orElse(""), new Problem(code, detail, path)))
                .getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
