/**
 * The fields of an index's documents, and how words and vectors in them are looked for.
 *
 * <p>Must not know what a query is, and how its results are put in order.
 */
package io.github.scimult.search.field;
