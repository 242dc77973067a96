/**
 * A library as a folder that several programs read and change at the same time: a collection, a journal of changes, and an index that
 * is derived from both and can be replaced while it is served.
 *
 * <p>Must not know the command line and HTTP.
 */
package io.github.scimult.library.live;
