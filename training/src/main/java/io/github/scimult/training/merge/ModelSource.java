package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.EncoderWeights;

/**
 * Models that are added up, one after the other.
 *
 * @param <E> what goes wrong where they are read
 */
@FunctionalInterface
public interface ModelSource<E extends Exception> {
    /** One of them, from 0 on; for the caller to close. */
    EncoderWeights model(int number) throws E;
}
