/**
 * The program's start: commands, exit codes, and errors for people.
 *
 * <p>Must not know anything that a library could do.
 */
package io.github.scimult.app;
