/**
 * The settings of a server, as a file or the command line give them.
 *
 * <p>Must not know how they are put into effect.
 */
package io.github.scimult.server.config;
