/**
 * Ranking systems (dense, lexical, hybrid) and how they score a task's candidates.
 *
 * <p>Must not know metrics beyond the one that tunes a fusion weight, and reports.
 */
package io.github.scimult.evaluation.ranking;
