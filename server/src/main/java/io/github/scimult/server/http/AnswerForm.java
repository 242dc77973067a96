package io.github.scimult.server.http;

import java.util.Optional;

/**
 * What a route answers.
 *
 * @param mediaType without its character set
 * @param type what the response's JSON is written from; empty for what is not JSON
 */
public record AnswerForm(String mediaType, Optional<Class<?>> type) {
    /** The media type of JSON. */
    public static final String JSON = "application/json";

    /** JSON of a record, or of an array. */
    public static AnswerForm json(Class<?> type) {
        return new AnswerForm(JSON, Optional.of(type));
    }

    /** Text that is not JSON. */
    public static AnswerForm text(String mediaType) {
        return new AnswerForm(mediaType, Optional.empty());
    }
}
