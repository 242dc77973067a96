/**
 * Citation formats: BibTeX and RIS, read and written.
 *
 * <p>Must not know collections and indexes.
 */
package io.github.scimult.exchange.citation;
