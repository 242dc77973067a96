/**
 * One encoder for many clients: what they ask for at the same time goes through it together.
 *
 * <p>Must not know HTTP.
 */
package io.github.scimult.server.encoding;
