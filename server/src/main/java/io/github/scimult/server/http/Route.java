package io.github.scimult.server.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/**
 * A route with what the documentation says about it, so that the two cannot differ.
 *
 * @param method of HTTP
 * @param path with parameters in braces
 * @param summary in a few words
 * @param description in whole sentences
 * @param parameters of path and query
 * @param bodyExample JSON; null for a route without a body
 * @param answerExample JSON, or text; null for none
 * @param handler answers
 */
public record Route(
        HandlerType method,
        String path,
        String summary,
        String description,
        List<Parameter> parameters,
        String bodyExample,
        String answerExample,
        Handler handler) {
    /**
     * A value in the address.
     *
     * @param place {@code path} or {@code query}
     * @param type JSON schema's
     */
    public record Parameter(String name, String place, String type, String description) {}

    public static Route get(String path, String summary, Handler handler) {
        return of(HandlerType.GET, path, summary, handler);
    }

    public static Route post(String path, String summary, Handler handler) {
        return of(HandlerType.POST, path, summary, handler);
    }

    public static Route put(String path, String summary, Handler handler) {
        return of(HandlerType.PUT, path, summary, handler);
    }

    public static Route delete(String path, String summary, Handler handler) {
        return of(HandlerType.DELETE, path, summary, handler);
    }

    private static Route of(HandlerType method, String path, String summary, Handler handler) {
        return new Route(method, path, summary, "", List.of(), null, null, handler);
    }

    /** The same, described. */
    public Route saying(String newDescription) {
        return new Route(method, path, summary, newDescription, parameters, bodyExample, answerExample, handler);
    }

    /** The same, with a parameter of the path. */
    public Route inPath(String name, String about) {
        return with(new Parameter(name, "path", "string", about));
    }

    /** The same, with a parameter of the query. */
    public Route inQuery(String name, String type, String about) {
        return with(new Parameter(name, "query", type, about));
    }

    private Route with(Parameter parameter) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.add(parameter);
        return new Route(method, path, summary, description, List.copyOf(all), bodyExample, answerExample, handler);
    }

    /** The same, with an example of a body. */
    public Route body(String example) {
        return new Route(method, path, summary, description, parameters, example, answerExample, handler);
    }

    /** The same, with an example of an answer. */
    public Route answer(String example) {
        return new Route(method, path, summary, description, parameters, bodyExample, example, handler);
    }
}
