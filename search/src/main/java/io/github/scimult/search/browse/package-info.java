/**
 * What a whole set of papers is like: how many there are, of which years, venues, labels and authors, in which order.
 *
 * <p>Must not know how a set is asked for, nor how papers are ranked for a query.
 */
package io.github.scimult.search.browse;
