/**
 * Judgements and rankings in TREC's file formats, and their evaluation by trec_eval's rules.
 *
 * <p>Must not know where a ranking comes from.
 */
package io.github.scimult.core.eval.trec;
