package io.github.scimult.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The named values of a request, from its body or its query, read strictly: what is wrong is told by name and bound. */
public final class RequestParameters {
    private final ObjectNode values;
    private final Limits limits;

    private RequestParameters(ObjectNode values, Limits limits) {
        this.values = values;
        this.limits = limits;
    }

    /**
     * Those of a JSON body.
     *
     * @param allowed names; empty allows any, as other programs' clients send what we do not need
     */
    public static RequestParameters ofBody(Context context, Limits limits, String... allowed) {
        return of(JsonBody.parse(context.body()), "the body", limits, allowed);
    }

    /** Those of a part of a body. @param what it is, for messages */
    public static RequestParameters of(JsonNode part, String what, Limits limits, String... allowed) {
        if (!(part instanceof ObjectNode object)) {
            throw ProblemException.wrong(what + " must be a JSON object");
        }
        Set<String> known = Set.of(allowed);
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.isEmpty() && !known.contains(name)) {
                throw ProblemException.wrong("'" + name + "' is not known in " + what + ", which may have: "
                        + String.join(", ", List.of(allowed)));
            }
        }
        return new RequestParameters(object, limits);
    }

    /** Those behind the question mark of an address. */
    public static RequestParameters ofQuery(Context context, Limits limits, String... allowed) {
        ObjectNode values = JsonBody.object();
        context.queryParamMap().forEach((name, given) -> {
            if (given.size() > 1) {
                throw ProblemException.wrong("'" + name + "' is given " + given.size() + " times; once is enough");
            }
            if (!given.getFirst().isEmpty()) {
                values.put(name, given.getFirst());
            }
        });
        return of(values, "the query", limits, allowed);
    }

    public boolean has(String name) {
        return values.hasNonNull(name);
    }

    /** What is there under a name, of whatever kind; null if nothing is. */
    public JsonNode raw(String name) {
        return values.get(name);
    }

    /** A text; null if it is not there. */
    public String text(String name) {
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? null : text(value, name);
    }

    /** A text that must be there and say something. */
    public String required(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw ProblemException.wrong("'" + name + "' is missing");
        }
        return text;
    }

    private String text(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw ProblemException.wrong("'" + name + "' must be a text");
        }
        if (value.textValue().length() > limits.textCharacters()) {
            throw ProblemException.wrong("'" + name + "' has "
                    + value.textValue().length() + " characters; at most " + limits.textCharacters() + " are read");
        }
        return value.textValue();
    }

    /** Texts: one, or a list of them, at least one; empty if there is nothing under the name. */
    public List<String> texts(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(text(value, name));
        }
        if (value.size() > limits.texts()) {
            throw ProblemException.wrong(
                    "'" + name + "' has " + value.size() + " texts; at most " + limits.texts() + " at once");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(text(one, name + "[" + texts.size() + "]")));
        return texts;
    }

    /** A whole number between bounds; null if it is not there. */
    public Integer integer(String name, int least, int most) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            int number = value.isTextual() ? Integer.parseInt(value.textValue()) : intOf(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw ProblemException.wrong(
                "'" + name + "' is a whole number between " + least + " and " + most + ", not " + shown(value));
    }

    private static int intOf(JsonNode value) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw new NumberFormatException();
        }
        return value.intValue();
    }

    /** A number between bounds, or what stands in for it. */
    public double number(String name, double least, double most, double otherwise) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        try {
            double number = value.isTextual()
                    ? Double.parseDouble(value.textValue())
                    : value.isNumber() ? value.doubleValue() : Double.NaN;
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw ProblemException.wrong(
                "'" + name + "' is a number between " + least + " and " + most + ", not " + shown(value));
    }

    /** Yes or no, or what stands in for it. */
    public boolean flag(String name, boolean otherwise) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw ProblemException.wrong("'" + name + "' is true or false, not " + shown(value));
        }
        return value.booleanValue();
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}
