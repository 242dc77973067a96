/**
 * WordPiece tokenization, truncation, and the memory-mapped store of token ids.
 *
 * <p>Must not know the encoder's weights.
 */
package io.github.scimult.encoder.tokenizer;
