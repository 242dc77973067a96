/**
 * An evaluation as an HTML page, as text, and as JSON.
 *
 * <p>Must not know how scores were computed.
 */
package io.github.scimult.evaluation.report;
