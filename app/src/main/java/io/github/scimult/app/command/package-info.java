/**
 * The commands: each reads its options, puts the parts together and says what came out.
 *
 * <p>Must not compute anything itself.
 */
package io.github.scimult.app.command;
