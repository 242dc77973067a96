/**
 * The HTTP server: security, limits, start and stop.
 *
 * <p>Must not know the command line.
 */
package io.github.scimult.server;
