/**
 * Texts as segments, and label names matched in them.
 *
 * <p>Must not know tokens: these are the encoder's.
 */
package io.github.scimult.core.text;
