/**
 * Measures of rankings and of predicted labels as trec_eval and scikit-learn define them, and how sure one can be of
 * their differences.
 *
 * <p>Must not know collections, tasks or systems: grades in rank order come in, figures go out.
 */
package io.github.scimult.core.eval.measure;
