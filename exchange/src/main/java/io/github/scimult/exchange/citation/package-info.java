/**
 * Citation formats: BibTeX, RIS and PubMed's tagged format. Reading loses no record in silence: each is read or remarked upon with
 * its line.
 *
 * <p>Must not know collections and indexes.
 */
package io.github.scimult.exchange.citation;
