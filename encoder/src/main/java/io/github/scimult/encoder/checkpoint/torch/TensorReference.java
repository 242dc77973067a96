package io.github.scimult.encoder.checkpoint.torch;

/**
 * A tensor as a view on a storage.
 *
 * @param storage where the numbers are
 * @param offset of the first, in numbers
 * @param shape the length of each dimension
 * @param strides in numbers
 */
@SuppressWarnings("ArrayRecordComponent")
record TensorReference(StorageReference storage, long offset, long[] shape, long[] strides) {}
