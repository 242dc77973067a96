/**
 * Evaluation reports for readers: as JSON, as a table for the terminal, as a page.
 *
 * <p>Must not measure anything: every figure comes out of the report.
 */
package io.github.scimult.core.eval.report;
