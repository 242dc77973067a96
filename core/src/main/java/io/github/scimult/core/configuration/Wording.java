package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How complaints speak of values.
 *
 * @param noun what a value with a name is called: setting, parameter, field
 * @param quote what stands before and after a name
 */
record Wording(String noun, String quote) {
    private static final int MAX_SHOWN = 60;

    static final Wording OF_SETTINGS = new Wording("setting", "");

    String named(String path) {
        return path.isEmpty() ? "this" : quote + path + quote;
    }

    String missing(String path) {
        return named(path) + " is missing and has no default: add it.";
    }

    /** @param base what the value is where none is given; missing if there is no such thing */
    String needed(String path, JsonNode base) {
        return named(path) + " needs a value" + byDefault(base) + ".";
    }

    String wrongType(String path, String expected, JsonNode value, JsonNode base) {
        return named(path) + " must be " + expected + ", not " + shown(value) + byDefault(base) + ".";
    }

    String group(RecordShape shape) {
        return "a group of " + noun + "s (" + shape.listing() + ")";
    }

    /** @param now the path of what was called so in an earlier version */
    String renamed(String path, String now) {
        return "there is no " + noun + " " + named(path) + ". It is called " + named(now) + " now.";
    }

    String unknown(String path, String name, RecordShape shape) {
        String known = " Known " + (path.isEmpty() ? "here" : "in " + named(path)) + ": " + shape.listing() + ".";
        return "there is no " + noun + " " + named(Given.inside(path, name)) + "." + hint(path, name, shape) + known;
    }

    private String hint(String path, String name, RecordShape shape) {
        return NearestKey.of(name, shape.names())
                .or(() -> shape.pathsTo(name).stream().findFirst())
                .map(meant -> " Did you mean " + named(Given.inside(path, meant)) + "?")
                .orElse("");
    }

    private String shown(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? "a list" : "a group of " + noun + "s";
        }
        String text = value.asText();
        return value.isNull()
                ? "null"
                : "'" + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text) + "'";
    }

    private static String byDefault(JsonNode base) {
        return base.isMissingNode() || base.isNull() || base.isObject()
                ? ""
                : " (without it, it is " + YamlWriter.inOneLine(base) + ")";
    }
}
