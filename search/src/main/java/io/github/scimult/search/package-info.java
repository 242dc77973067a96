/**
 * Search by words over a collection's texts, on Lucene.
 *
 * <p>Must not know models or judgements; the only module that knows Lucene.
 */
package io.github.scimult.search;
