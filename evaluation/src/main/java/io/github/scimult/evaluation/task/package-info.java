/**
 * A task of a collection as queries, candidates and relevance judgements.
 *
 * <p>Must not know systems and metrics.
 */
package io.github.scimult.evaluation.task;
