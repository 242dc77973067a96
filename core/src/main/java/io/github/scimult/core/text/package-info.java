/**
 * From text to token ids: segments, tokenizer, truncation, the cache of tokenised collections.
 *
 * <p>Must not know tasks or models.
 */
package io.github.scimult.core.text;
