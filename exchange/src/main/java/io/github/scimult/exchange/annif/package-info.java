/**
 * Documents of Annif's corpora, in each of its layouts.
 *
 * <p>Must not know collections, or what becomes of the documents.
 */
package io.github.scimult.exchange.annif;
