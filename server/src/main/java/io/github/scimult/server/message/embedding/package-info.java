/**
 * What clients of other embedding servers send and are answered, in those servers' shapes.
 *
 * <p>Must not know HTTP, nor an index.
 */
package io.github.scimult.server.message.embedding;
