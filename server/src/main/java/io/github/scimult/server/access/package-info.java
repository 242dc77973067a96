/**
 * Who may do what, by which name the server is asked, and how often.
 *
 * <p>Must not know HTTP's messages.
 */
package io.github.scimult.server.access;
