/**
 * Indexing on the command line: progress and outcome as text, maintenance of an index.
 *
 * <p>Must not know how an index is built.
 */
package io.github.scimult.app.indexing;
