package io.github.scimult.server.http;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.server.access.Caller;
import io.github.scimult.server.access.Scope;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Declares a route: its address, the record that a request is bound to, the type of its answer, and its text in the API's description.
 *
 * <pre>{@code
 * Route.get("/api/search", new RouteText("searchPapers", "Search papers"), SearchRequest.class, PaperResults.class, this::search)
 * }</pre>
 *
 * @param path with parameters in braces
 * @param form how a request is read
 * @param answer what is answered
 * @param example for the API's description
 * @param scope what a caller must be allowed to do; empty for what operators call: it needs no key and is not counted against the limit
 *     of requests in progress
 */
public record Route<Q>(
        HandlerType method,
        String path,
        RouteText text,
        RequestForm<Q> form,
        AnswerForm answer,
        Answering<Q> answering,
        Example example,
        Optional<Scope> scope) {

    private static final Optional<Scope> READ = Optional.of(Scope.READ);
    private static final Optional<Scope> WRITE = Optional.of(Scope.WRITE);

    /** A request that was read and checked. */
    @FunctionalInterface
    public interface Prepared {
        /** Answers it. */
        void answer() throws IOException;
    }

    /** Answers a request: with a value of the route's answer type, or with a {@link RawAnswer}. */
    @FunctionalInterface
    public interface Answering<Q> {
        Object answer(Q request) throws IOException;
    }

    /** Answers a request with a value of one type. */
    @FunctionalInterface
    public interface Typed<Q, A> {
        A answer(Q request) throws IOException;
    }

    /** A value of the route's answer type, and headers. */
    public record Headed<A>(A value, Map<String, String> headers) {}

    /** Values of a request's and a response's records. */
    record Example(Optional<Record> request, Optional<Object> answer) {
        static final Example NONE = new Example(Optional.empty(), Optional.empty());
    }

    public static <Q extends Record, A> Route<Q> get(
            String path, RouteText text, Class<Q> request, Class<A> answer, Typed<Q, A> answering) {
        return values(HandlerType.GET, path, text, request, AnswerForm.json(answer), answering::answer);
    }

    public static <Q extends Record, A> Route<Q> post(
            String path, RouteText text, Class<Q> request, Class<A> answer, Typed<Q, A> answering) {
        return values(HandlerType.POST, path, text, request, AnswerForm.json(answer), answering::answer);
    }

    /** Declares a POST whose body may come in other forms as well. */
    public static <Q extends Record, A> Route<Q> post(
            String path, RouteText text, RequestForm.Values<Q> form, Class<A> answer, Typed<Q, A> answering) {
        return values(HandlerType.POST, path, text, form, AnswerForm.json(answer), answering::answer);
    }

    /** Declares a POST whose answer may have the headers of its form. */
    public static <Q extends Record, A> Route<Q> postHeaded(
            String path, RouteText text, RequestForm.Values<Q> form, AnswerForm answer, Typed<Q, Headed<A>> answering) {
        return values(HandlerType.POST, path, text, form, answer, answering::answer);
    }

    public static <Q extends Record, A> Route<Q> put(
            String path, RouteText text, Class<Q> request, Class<A> answer, Typed<Q, A> answering) {
        return values(HandlerType.PUT, path, text, request, AnswerForm.json(answer), answering::answer);
    }

    public static <Q extends Record, A> Route<Q> delete(
            String path, RouteText text, Class<Q> request, Class<A> answer, Typed<Q, A> answering) {
        return values(HandlerType.DELETE, path, text, request, AnswerForm.json(answer), answering::answer);
    }

    /** Declares a GET whose answer depends on who asks. */
    public static <A> Route<Caller> getForCaller(
            String path, RouteText text, Class<A> answer, Typed<Caller, A> answering) {
        return new Route<>(
                HandlerType.GET,
                path,
                text,
                new RequestForm.Asking(),
                AnswerForm.json(answer),
                answering::answer,
                Example.NONE,
                READ);
    }

    /** Declares a GET whose answer is text already. */
    public static <Q extends Record> Route<Q> getRaw(
            String path, RouteText text, Class<Q> request, AnswerForm answer, Typed<Q, RawAnswer> answering) {
        return values(HandlerType.GET, path, text, request, answer, answering::answer);
    }

    /** Declares a GET whose answer is a file's content. */
    public static <Q extends Record> Route<Q> getFile(
            String path, RouteText text, Class<Q> request, AnswerForm answer, Typed<Q, FileAnswer.Content> answering) {
        return values(HandlerType.GET, path, text, request, answer, answering::answer);
    }

    private static <Q extends Record> Route<Q> values(
            HandlerType method, String path, RouteText text, Class<Q> type, AnswerForm answer, Answering<Q> answering) {
        boolean hasBody = method.equals(HandlerType.POST) || method.equals(HandlerType.PUT);
        return values(method, path, text, new RequestForm.Values<>(type, hasBody), answer, answering);
    }

    private static <Q extends Record> Route<Q> values(
            HandlerType method,
            String path,
            RouteText text,
            RequestForm.Values<Q> form,
            AnswerForm answer,
            Answering<Q> answering) {
        return new Route<>(method, path, text, form, answer, answering, Example.NONE, scope(method));
    }

    /**
     * Declares a PUT of records of a collection.
     *
     * @param lines how they are read
     */
    public static <T, A> Route<List<T>> putLines(
            String path, RouteText text, RequestForm.Lines<T> lines, Class<A> answer, Typed<List<T>, A> answering) {
        return new Route<>(
                HandlerType.PUT, path, text, lines, AnswerForm.json(answer), answering::answer, Example.NONE, WRITE);
    }

    /**
     * Declares a POST of records, which is answered without content.
     *
     * @param lines how they are read
     */
    public static <T> Route<List<T>> postLines(
            String path, RouteText text, RequestForm.Lines<T> lines, Typed<List<T>, RawAnswer> answering) {
        return new Route<>(
                HandlerType.POST, path, text, lines, AnswerForm.NOTHING, answering::answer, Example.NONE, WRITE);
    }

    /** Most that puts or deletes changes the library, and all else reads it. */
    private static Optional<Scope> scope(HandlerType method) {
        return method.equals(HandlerType.PUT) || method.equals(HandlerType.DELETE) ? WRITE : READ;
    }

    /** The same, for callers who may do something else than its method tells. */
    public Route<Q> needing(Scope other) {
        return new Route<>(method, path, text, form, answer, answering, example, Optional.of(other));
    }

    /** The same, for operators. */
    public Route<Q> forService() {
        return new Route<>(method, path, text, form, answer, answering, example, Optional.empty());
    }

    /** Whether operators call it. */
    public boolean isService() {
        return scope.isEmpty();
    }

    /** The same, with an example of a request that is answered without content. */
    public Route<Q> exampleRequest(Record request) {
        Example only = new Example(Optional.of(request), Optional.empty());
        return new Route<>(method, path, text, form, answer, answering, only, scope);
    }

    /**
     * The same, with examples.
     *
     * @param request values of the request's record
     * @param value values of the answer
     */
    public Route<Q> example(Record request, Object value) {
        Example both = new Example(Optional.of(request), Optional.of(value));
        return new Route<>(method, path, text, form, answer, answering, both, scope);
    }

    /** The same, with an example of a response. */
    public Route<Q> example(Object value) {
        Example only = new Example(Optional.empty(), Optional.of(value));
        return new Route<>(method, path, text, form, answer, answering, only, scope);
    }

    /**
     * Reads and checks a request.
     *
     * @param body whole; empty if there is none
     * @throws ProblemException saying what is wrong with it
     */
    public Prepared prepare(Context context, String body, Limits limits) {
        Q request = request(context, body, limits);
        return () -> write(context, answering.answer(request));
    }

    /** What the request says that cannot be is the caller's mistake; the same exceptions from elsewhere are not. */
    private Q request(Context context, String body, Limits limits) {
        try {
            return form.read(context, body, limits);
        } catch (IllegalArgumentException | BadDataException wrong) {
            throw ProblemException.wrong(wrong.getMessage());
        }
    }

    private static void write(Context context, Object given) {
        switch (given) {
            case FileAnswer.Content content -> content.write(context);
            case Headed<?> headed -> {
                headed.headers().forEach(context::header);
                write(context, headed.value());
            }
            case RawAnswer raw -> {
                raw.headers().forEach(context::header);
                if (raw.contentType().isEmpty()) {
                    context.status(HttpStatus.NO_CONTENT);
                } else {
                    context.contentType(raw.contentType());
                    context.result(raw.text());
                }
            }
            default -> {
                context.contentType(AnswerForm.JSON);
                context.result(Json.line(given));
            }
        }
    }
}
