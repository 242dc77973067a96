/**
 * Classifiers: linear ones by LIBLINEAR on embeddings and on sparse rows, and gradient-boosted trees.
 *
 * <p>Must not know what is classified.
 */
package io.github.scimult.evaluation.classifier;
