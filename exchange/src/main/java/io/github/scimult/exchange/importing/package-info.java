/**
 * Other projects' data files into collections.
 *
 * <p>Must not know what a collection is used for.
 */
package io.github.scimult.exchange.importing;
