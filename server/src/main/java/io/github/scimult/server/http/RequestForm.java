package io.github.scimult.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.configuration.RecordBinder;
import io.github.scimult.server.access.Caller;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a request is read.
 *
 * @param <Q> what a route is given
 */
public sealed interface RequestForm<Q> {

    /** The record whose components describe the request. */
    Class<? extends Record> type();

    /**
     * Reads and checks a request.
     *
     * @param body whole; empty if there is none
     * @throws ProblemException or IllegalArgumentException saying what is wrong with it
     */
    Q read(Context context, String body, Limits limits);

    /** Whether values come in a body. */
    boolean hasBody();

    /**
     * Binds the values of the address, and of the body if there is one, to a record.
     *
     * @param otherForms puts a body of another form into the described one, or refuses it with advice
     */
    record Values<Q extends Record>(Class<Q> type, boolean hasBody, UnaryOperator<ObjectNode> otherForms)
            implements RequestForm<Q> {
        private static final RecordBinder PARAMETERS = RecordBinder.ofRequests("parameter");
        private static final RecordBinder FIELDS = RecordBinder.ofRequests("field");

        Values(Class<Q> type, boolean hasBody) {
            this(type, hasBody, UnaryOperator.identity());
        }

        /** Of a body that may come in other forms as well. */
        public static <Q extends Record> Values<Q> ofBody(Class<Q> type, UnaryOperator<ObjectNode> otherForms) {
            return new Values<>(type, true, otherForms);
        }

        @Override
        public Q read(Context context, String body, Limits limits) {
            ObjectNode values = hasBody ? otherForms.apply(fields(body)) : ofQuery(context, type);
            context.pathParamMap().forEach(values::put);
            Q request = (hasBody ? FIELDS : PARAMETERS).bind(type, values);
            new RequestBounds(limits).check(request);
            return request;
        }

        private static ObjectNode fields(String text) {
            if (!(JsonBody.parse(text) instanceof ObjectNode body)) {
                throw ProblemException.wrong("the body must be a JSON object");
            }
            body.properties().removeIf(field -> field.getValue().isNull());
            return body;
        }

        private static ObjectNode ofQuery(Context context, Class<? extends Record> type) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            context.queryParamMap().forEach((name, given) -> {
                if (isList(type, name)) {
                    given.forEach(values.withArray(name)::add);
                    return;
                }
                if (given.size() > 1) {
                    throw ProblemException.wrong("'" + name + "' is given " + given.size() + " times; once is enough");
                }
                if (!given.getFirst().isEmpty()) {
                    values.put(name, given.getFirst());
                }
            });
            return values;
        }

        private static boolean isList(Class<? extends Record> type, String name) {
            return Arrays.stream(type.getRecordComponents())
                    .anyMatch(component -> component.getType() == List.class
                            && RecordBinder.nameOf(component).equals(name));
        }
    }

    /** Passes on who asks. */
    record Asking() implements RequestForm<Caller> {
        /** The attribute of a request that holds its caller. */
        public static final String CALLER = "scimult.caller";

        @Override
        public Class<? extends Record> type() {
            return NoParameters.class;
        }

        @Override
        public boolean hasBody() {
            return false;
        }

        @Override
        public Caller read(Context context, String body, Limits limits) {
            return context.attribute(CALLER);
        }
    }

    /**
     * Reads a body of one record, or a list of them, each as a line of a collection's files.
     *
     * @param type describes one
     * @param reading reads one from its JSON, and refuses it as in a file
     */
    record Lines<T>(Class<? extends Record> type, Function<String, T> reading) implements RequestForm<List<T>> {
        @Override
        public boolean hasBody() {
            return true;
        }

        @Override
        public List<T> read(Context context, String body, Limits limits) {
            JsonNode given = JsonBody.parse(body);
            List<JsonNode> parts = new ArrayList<>();
            if (given.isArray()) {
                given.forEach(parts::add);
            } else {
                parts.add(given);
            }
            if (parts.isEmpty() || parts.size() > limits.texts()) {
                throw ProblemException.wrong(
                        "between 1 and " + limits.texts() + " records at once, not " + parts.size());
            }
            RecordBounds bounds = new RecordBounds(limits);
            for (int i = 0; i < parts.size(); i++) {
                bounds.check(given.isArray() ? "record " + i + ": " : "", parts.get(i));
            }
            return parts.stream().map(part -> reading.apply(part.toString())).toList();
        }
    }
}
