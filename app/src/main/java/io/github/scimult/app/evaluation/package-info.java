/**
 * Evaluation on the command line: which systems, from which models and indexes.
 *
 * <p>Must not know how metrics are computed.
 */
package io.github.scimult.app.evaluation;
