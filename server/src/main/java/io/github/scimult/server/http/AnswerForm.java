package io.github.scimult.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a route answers.
 *
 * @param mediaTypes without their character sets; a response is of one of them; none if it has no content
 * @param type what the response's JSON is written from; empty for what is not JSON
 * @param headers that a response may have, and what they say
 */
public record AnswerForm(List<String> mediaTypes, Optional<Class<?>> type, Map<String, String> headers) {
    /** The media type of JSON. */
    public static final String JSON = "application/json";

    /** A status alone, which says that it is done. */
    static final AnswerForm NOTHING = new AnswerForm(List.of(), Optional.empty(), Map.of());

    /** Whether it is a status alone. */
    boolean isNothing() {
        return mediaTypes.isEmpty();
    }

    /** JSON of a record, or of an array. */
    public static AnswerForm json(Class<?> type) {
        return new AnswerForm(List.of(JSON), Optional.of(type), Map.of());
    }

    /** The same, with a header that a response may have. */
    public AnswerForm withHeader(String name, String meaning) {
        return new AnswerForm(mediaTypes, type, Map.of(name, meaning));
    }

    /** Text that is not JSON. */
    public static AnswerForm text(String mediaType) {
        return new AnswerForm(List.of(mediaType), Optional.empty(), Map.of());
    }

    /** Text in one of several forms. */
    public static AnswerForm text(List<String> mediaTypes) {
        return new AnswerForm(List.copyOf(mediaTypes), Optional.empty(), Map.of());
    }
}
