/**
 * A two-dimensional map of a collection's papers.
 *
 * <p>Must not know who draws it.
 */
package io.github.scimult.search.map;
