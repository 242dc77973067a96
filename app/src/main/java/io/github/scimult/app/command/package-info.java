/**
 * The commands, one class each.
 *
 * <p>Must not know how anything is computed.
 */
package io.github.scimult.app.command;
