/**
 * The changes of a library: an append-only file that every acknowledged change is synced to, and that indexes are derived from.
 *
 * <p>Must not know how changes are indexed or asked for.
 */
package io.github.scimult.core.journal;
