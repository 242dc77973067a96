/**
 * Evaluation of ranking systems on a collection: metrics per task, comparisons with confidence intervals, dev sets.
 *
 * <p>Must not know any encoder and any index: it sees the ports alone.
 */
package io.github.scimult.evaluation;
