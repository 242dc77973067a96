/**
 * One encoder for many clients: requests that wait are encoded together.
 *
 * <p>Must not know HTTP.
 */
package io.github.scimult.server.encoding;
