package io.github.scimult.core.embedding;

import java.util.List;

/**
 * A model gave a text a vector with a component that is no finite number. Such a vector has no similarity to any other, so it must not
 * reach an index, a file or an average.
 */
public final class NonFiniteVectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String encoder;
    private final String advice;
    private final int place;

    private NonFiniteVectorException(String encoder, String advice, int place, String text) {
        super("the model " + encoder + " gives " + text + " a vector that is not finite. " + advice);
        this.encoder = encoder;
        this.advice = advice;
        this.place = place;
    }

    /**
     * For a text among several.
     *
     * @param advice what to do
     * @param place of the text in the list that was to be encoded, counted from 0
     */
    public static NonFiniteVectorException of(String encoder, String advice, int place) {
        return new NonFiniteVectorException(encoder, advice, place, "the text in place " + (place + 1));
    }

    /** The same, naming the text. @param ids of the texts that were to be encoded, in their order */
    public NonFiniteVectorException named(List<String> ids) {
        NonFiniteVectorException named =
                new NonFiniteVectorException(encoder, advice, place, "'" + ids.get(place) + "'");
        named.initCause(this);
        return named;
    }
}
