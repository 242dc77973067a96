package io.github.scimult.server.http;

import java.util.List;
import java.util.Optional;

/**
 * What a route answers.
 *
 * @param mediaTypes without their character sets; a response is of one of them
 * @param type what the response's JSON is written from; empty for what is not JSON
 */
public record AnswerForm(List<String> mediaTypes, Optional<Class<?>> type) {
    /** The media type of JSON. */
    public static final String JSON = "application/json";

    /** JSON of a record, or of an array. */
    public static AnswerForm json(Class<?> type) {
        return new AnswerForm(List.of(JSON), Optional.of(type));
    }

    /** Text that is not JSON. */
    public static AnswerForm text(String mediaType) {
        return new AnswerForm(List.of(mediaType), Optional.empty());
    }

    /** Text in one of several forms. */
    public static AnswerForm text(List<String> mediaTypes) {
        return new AnswerForm(List.copyOf(mediaTypes), Optional.empty());
    }
}
