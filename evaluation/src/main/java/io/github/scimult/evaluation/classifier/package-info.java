/**
 * Classifiers: linear ones by LIBLINEAR on embeddings, on sparse rows and on a few features, and gradient-boosted trees.
 *
 * <p>Must not know what is classified.
 */
package io.github.scimult.evaluation.classifier;
