package io.github.scimult.encoder.checkpoint.torch;

import io.github.scimult.encoder.checkpoint.array.DataType;

/**
 * A piece of a file that holds numbers.
 *
 * @param type the numbers' type
 * @param key its name in the file
 * @param elements how many numbers
 */
record StorageReference(DataType type, String key, long elements) {}
