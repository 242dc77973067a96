/**
 * Texts as word stems, sentence by sentence.
 *
 * <p>Must not know labels.
 */
package io.github.scimult.search.tag.stem;
