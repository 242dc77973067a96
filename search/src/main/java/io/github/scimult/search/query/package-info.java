/**
 * What people type into a search: words, "phrases", fields and what is not wanted.
 *
 * <p>Must not know how it is looked for.
 */
package io.github.scimult.search.query;
