/**
 * Which queries of an import are for train, dev and test.
 *
 * <p>Must not know files.
 */
package io.github.scimult.exchange.importing.split;
