/**
 * Papers that BM25 and vectors have found, in one order.
 *
 * <p>Must not know how they were found.
 */
package io.github.scimult.search.fusion;
