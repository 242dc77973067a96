/**
 * What all routes have in common: how a request is read, a problem told and a route described.
 *
 * <p>Must not know what any route is about.
 */
package io.github.scimult.server.http;
