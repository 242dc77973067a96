/**
 * TREC run and qrels files, and their evaluation as trec_eval does it.
 *
 * <p>Must not know collections.
 */
package io.github.scimult.evaluation.trec;
