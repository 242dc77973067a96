/**
 * Options that several commands share.
 *
 * <p>Must not know commands.
 */
package io.github.scimult.app.option;
