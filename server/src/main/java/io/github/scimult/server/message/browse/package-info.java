/**
 * Messages about names and labels to look through papers by.
 *
 * <p>Must not know how they are found.
 */
package io.github.scimult.server.message.browse;
