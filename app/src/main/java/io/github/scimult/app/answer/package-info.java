/**
 * Results as text, for a terminal and for reports.
 *
 * <p>Must not know where results come from.
 */
package io.github.scimult.app.answer;
