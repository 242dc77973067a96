/**
 * The commands that look after a library: checking, exporting, backing up, compacting, indexing anew.
 *
 * <p>Must not know how a library is served.
 */
package io.github.scimult.app.library;
