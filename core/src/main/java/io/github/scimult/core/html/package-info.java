/**
 * Reports as HTML pages: their frame, their style, and texts made fit for them.
 *
 * <p>Must not know what a report is about.
 */
package io.github.scimult.core.html;
