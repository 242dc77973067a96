/**
 * The terminal: styles, widths, progress lines, durations.
 *
 * <p>Must not know what is shown.
 */
package io.github.scimult.app.terminal;
