/**
 * A training run as an HTML page.
 *
 * <p>Must not know how training works.
 */
package io.github.scimult.app.report;
