/**
 * The routes of the API.
 *
 * <p>Must not know the command line.
 */
package io.github.scimult.server.route;
