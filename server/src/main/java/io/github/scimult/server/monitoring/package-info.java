/**
 * What those who run a server see of it: metrics, and a line of the log for each request.
 *
 * <p>Must not change what a request is answered.
 */
package io.github.scimult.server.monitoring;
