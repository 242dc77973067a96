/**
 * Papers and labels as an index holds them, and as queries find them.
 *
 * <p>Must not know how they are found.
 */
package io.github.scimult.search.record;
