/**
 * What a collection's judgements say of its papers: assigned labels and citations, of the splits that are served.
 *
 * <p>Must not know how they are indexed.
 */
package io.github.scimult.search.judgement;
