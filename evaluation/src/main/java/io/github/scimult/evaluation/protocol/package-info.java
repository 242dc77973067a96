/**
 * The SciMult paper's evaluation protocols, on the authors' own files, beside the published scores.
 *
 * <p>Must not know collections of ours.
 */
package io.github.scimult.evaluation.protocol;
