/**
 * Looking after a library: checks, exports, backups, compaction.
 *
 * <p>Must not know the command line and HTTP.
 */
package io.github.scimult.library.upkeep;
