/**
 * Requests and responses as Annif's clients send and read them.
 *
 * <p>Must not know how they are answered.
 */
package io.github.scimult.server.message.subject;
