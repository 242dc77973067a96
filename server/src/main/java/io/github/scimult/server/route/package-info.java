/**
 * The routes, by what they are about.
 *
 * <p>Must not know how the server is started or guarded.
 */
package io.github.scimult.server.route;
