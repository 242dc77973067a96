/**
 * The quick start: its settings, its folder, what it tells.
 *
 * <p>Must not know other commands.
 */
package io.github.scimult.app.quickstart;
