/**
 * Starts the program and maps its errors to exit codes.
 *
 * <p>Must not know what a command does.
 */
package io.github.scimult.app;
