/**
 * Requests, problem details, limits, and the description of the API.
 *
 * <p>Must not know what the routes do.
 */
package io.github.scimult.server.http;
