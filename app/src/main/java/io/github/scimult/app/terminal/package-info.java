/**
 * How long work looks on a terminal, and in a log.
 *
 * <p>Must not know what the work is.
 */
package io.github.scimult.app.terminal;
