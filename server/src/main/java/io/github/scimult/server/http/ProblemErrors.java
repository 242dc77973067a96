package io.github.scimult.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses before any route sees it, an address that is none for example, as problem documents, too. */
public final class ProblemErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        String detail = code >= 500
                ? "the server made a mistake"
                : "this is no request that the server understands" + (message == null ? "" : ": " + message);
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        byte[] body = JsonBody.text(new Problem(code, detail).body(path)).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
