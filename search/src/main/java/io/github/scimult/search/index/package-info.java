/**
 * Papers and labels in one Lucene index: built, changed, queried.
 *
 * <p>Must not know how labels are suggested, and HTTP.
 */
package io.github.scimult.search.index;
