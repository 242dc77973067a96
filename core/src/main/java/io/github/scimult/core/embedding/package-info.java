/**
 * The port of text encoders, their similarity functions, and NumPy files of embeddings.
 *
 * <p>Must not know any encoder, and the tensor engine.
 */
package io.github.scimult.core.embedding;
