/**
 * Metrics by trec_eval's and scikit-learn's definitions, and paired-bootstrap confidence intervals.
 *
 * <p>Must not know where rankings come from.
 */
package io.github.scimult.evaluation.metric;
