/**
 * PubMed's XML: its records one by one, so that one that is damaged costs no other.
 *
 * <p>Must not know what becomes of them.
 */
package io.github.scimult.exchange.pubmed;
