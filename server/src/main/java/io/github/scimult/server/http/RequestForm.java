package io.github.scimult.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.configuration.RecordBinder;
import io.github.scimult.server.access.Caller;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param fromPages whether a body may come as a form of a web page sends its fields, too
     */
    record Values<Q extends Record>(
            Class<Q> type, boolean hasBody, UnaryOperator<ObjectNode> otherForms, boolean fromPages)
            implements RequestForm<Q> {
        static final String FORM = "application/x-www-form-urlencoded";

        private static final RecordBinder PARAMETERS = RecordBinder.ofRequests("parameter");
        private static final RecordBinder FIELDS = RecordBinder.ofRequests("field");

        Values(Class<Q> type, boolean hasBody) {
            this(type, hasBody, UnaryOperator.identity(), false);
        }

        /** Of a body that may come in other forms as well. */
        public static <Q extends Record> Values<Q> ofBody(Class<Q> type, UnaryOperator<ObjectNode> otherForms) {
            return new Values<>(type, true, otherForms, false);
        }

        /** Of a body of JSON, or of fields as a form of a web page sends them. */
        public static <Q extends Record> Values<Q> ofForm(Class<Q> type) {
            return new Values<>(type, true, UnaryOperator.identity(), true);
        }

        @Override
        public Q read(Context context, String body, Limits limits) {
            ObjectNode values = hasBody ? ofBody(context, body) : ofQuery(context, type);
            context.pathParamMap().forEach(values::put);
            Q request = (hasBody ? FIELDS : PARAMETERS).bind(type, values);
            new RequestBounds(limits).check(request);
            return request;
        }

        private ObjectNode ofBody(Context context, String body) {
            boolean form = fromPages && String.valueOf(context.contentType()).startsWith(FORM);
            ObjectNode values = form ? formFields(body) : otherForms.apply(fields(body));
            ObjectNode query = ofQuery(context, type);
            Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(InAddress.class))
                    .map(RecordBinder::nameOf)
                    .filter(query::has)
                    .forEach(name -> values.set(name, query.get(name)));
            return values;
        }

        private static ObjectNode formFields(String text) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            decoded(text)
                    .forEach((name, given) ->
                            given.stream().filter(value -> !value.isEmpty()).forEach(value -> values.put(name, value)));
            return values;
        }

        /**
         * The parameters of an address, or the fields of a form: names with their values, in their order.
         *
         * @param text may be null
         * @throws ProblemException naming the parameter whose percent-encoding is broken; Javalin would leave its value out
         */
        private static Map<String, List<String>> decoded(String text) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String parameter : text == null ? new String[0] : text.split("&")) {
                String[] parts = parameter.split("=", 2);
                try {
                    values.computeIfAbsent(decodedPart(parts[0]), _ -> new ArrayList<>())
                            .add(parts.length < 2 ? "" : decodedPart(parts[1]));
                } catch (IllegalArgumentException broken) {
                    throw ProblemException.wrong(
                            "'" + parts[0]
                                    + "' has a '%' without two hexadecimal digits after it; a percent sign itself is written %25");
                }
            }
            return values;
        }

        private static String decodedPart(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
            decoded(context.queryString()).forEach((name, given) -> {
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
     * Reads a body of one record, or a list of them, each as a line of a collection's files. What is in the address is in each of them.
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
                if (parts.get(i) instanceof ObjectNode record) {
                    context.pathParamMap().forEach(record::put);
                }
            }
            return parts.stream().map(part -> reading.apply(part.toString())).toList();
        }
    }
}
