/**
 * Embeddings as the rest of the program sees them: the port that any encoder implements, and the files that hold vectors.
 *
 * <p>Must not know how an embedding is computed.
 */
package io.github.scimult.core.embedding;
