/**
 * Files of other programs as text: unpacked, in whatever encoding they come.
 *
 * <p>Must not know formats.
 */
package io.github.scimult.exchange.source;
